package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Fnv;
import io.contactsync.core.Kept;
import io.contactsync.core.KnownDelta;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.Tally;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * What the turn of a mailbox tells of whether it is as it should be, and so of whether the next run may ask for its
 * changes alone. For one thread.
 */
final class DeltaEvidence {

    /** What stays as it is as long as nothing changes in the mailbox, in the sources and in the configuration. */
    private static final Set<Kept.Reason> PLAIN = EnumSet.of(Kept.Reason.UNPROVEN, Kept.Reason.OTHER_INSTANCE,
            Kept.Reason.ELSEWHERE, Kept.Reason.UNKNOWN_SOURCE, Kept.Reason.CONFIRMED);

    private final Instant listed;
    private final Set<Long> deleted = new HashSet<>();
    private boolean filed;
    private Plan plan;

    /** It is about to be listed. */
    DeltaEvidence(Instant listed) {
        this.listed = listed;
    }

    /** When. */
    Instant listed() {
        return listed;
    }

    /** The same list; a contact of ours in another folder than the default one has changes that no delta tells. */
    Iterator<CurrentContact> watching(Iterator<CurrentContact> list) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return list.hasNext();
            }

            @Override
            public CurrentContact next() {
                CurrentContact contact = list.next();
                filed |= !contact.inDefault();
                return contact;
            }
        };
    }

    /** It was planned, and its guard was asked. */
    void planned(MailboxPlan planned) {
        boolean all = planned.holds().isEmpty() && !planned.turn().brief().planning().isRemoval(planned.mailbox());
        plan = all && isPlain(planned.plan()) ? planned.plan() : null;
    }

    private static boolean isPlain(Plan plan) {
        return PLAIN.containsAll(plan.kept().counts().keySet()) && plan.sweeps() == 0 && plan.drift().isEmpty();
    }

    /** What became of changes. */
    void came(Collection<Outcome> outcomes) {
        outcomes.stream().filter(outcome -> outcome.change().action() == Action.DELETE)
                .filter(outcome -> outcome.kind() == Outcome.Kind.APPLIED)
                .forEach(outcome -> deleted.add(Fnv.hash(outcome.change().contactId())));
    }

    /** Hashes of the ids of contacts that were deleted. */
    Set<Long> deleted() {
        return deleted;
    }

    /** What it holds if it is as it should be; null if it is not. */
    KnownDelta.Held found(MailboxResult result) {
        Tally tally = result.tally();
        boolean done = result.status() == MailboxResult.Status.DONE && result.reason().isEmpty() && tally.isClean()
                && tally.spared() + tally.refused() == 0;
        if (!done || filed || plan == null) {
            return null;
        }
        Kept kept = plan.kept().without(Kept.Reason.CONFIRMED);
        int managed = plan.managed() + tally.created() - tally.deleted();
        int unchanged = plan.unchanged() + tally.created() + tally.updated();
        return managed == unchanged + kept.of(Kept.Reason.UNKNOWN_SOURCE)
                ? new KnownDelta.Held(managed, unchanged, kept) : null;
    }
}
