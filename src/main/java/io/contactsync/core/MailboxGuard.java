package io.contactsync.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Guards one mailbox before its first write: too many deletions wait for a human, creates and updates go on. */
public final class MailboxGuard {

    private MailboxGuard() {
    }

    /**
     * The hold on a plan's deletions, if they are over the limit. Deletions of a source whose vanishing was approved for this run are not counted.
     *
     * @param mailbox the mailbox's object id, for the sentence
     * @param approvals ids of holds that a human let through; mailboxes with the same deletions share one id
     */
    public static Optional<Hold> judge(String mailbox, Plan plan, Policy policy, Limits limits, Set<String> approvals) {
        List<ContactKey> deletes = plan.changes().stream().filter(change -> change.action() == Action.DELETE).map(Change::key)
                .filter(key -> !policy.approved().contains(key.source())).toList();
        if (!Limits.exceeds(deletes.size(), plan.managed(), limits.deletesMin(), limits.deletesPercent())) {
            return Optional.empty();
        }
        Hold hold = Hold.of("deletes", deletes.stream().map(ContactKey::text).toList(), SourceGuard.sentence(mailbox, deletes.size(), plan.managed(), "deletes", limits.deletesPercent()));
        return approvals.contains(hold.id()) ? Optional.empty() : Optional.of(hold);
    }
}
