package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Kept;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Plan;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Reach;
import io.contactsync.core.SharedChanges;
import io.contactsync.core.SharedChanges.Shared;
import io.contactsync.run.Moved.Cause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an earlier plan and the run's own agree on: the same thing done to the same contact in the same mailbox, which
 * holds what it held and will hold what was planned. Nothing else is done. Told by all mailboxes at once.
 */
final class Agreement {

    private final StoredPlan plan;
    private final Function<PlannedChange, String> after;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Same, Integer> numbers = new HashMap<>();
    private final List<BitSet> agreed = new ArrayList<>();
    private final BitSet read = new BitSet();
    private final BitSet held = new BitSet();
    private final BitSet waiting = new BitSet();
    private final Map<ContactKey, BitSet> apart = new HashMap<>();
    private final Map<ContactKey, BitSet> spared = new HashMap<>();
    private final SharedChanges others = new SharedChanges();
    private final Set<String> newMailboxes = new ConcurrentSkipListSet<>();

    /**
     * What must be the same. The kind tells a double that is swept, or a contact that is taken over, from what else may
     * happen to it.
     */
    private record Same(Action action, ContactKey key, String kind, String before, String after) {

        static Same of(Action action, ContactKey key, String reason, String before, String after) {
            return new Same(action, key, Change.kind(reason), before, after);
        }
    }

    /**
     * With that plan.
     *
     * @param after content hash of what the contact of a change of that plan will be in this run; null if nobody names
     * it
     */
    Agreement(StoredPlan plan, Function<PlannedChange, String> after) {
        this.plan = plan;
        this.after = after;
        plan.mailboxes().forEach(mailbox -> places.put(mailbox, places.size()));
        for (PlannedChange change : plan.changes()) {
            numbers.put(Same.of(change.action(), change.key(), change.reason(), change.before(), change.after()),
                    agreed.size());
            agreed.add(new BitSet());
        }
    }

    /** The part of a mailbox's plan that the earlier plan holds too. */
    synchronized Plan of(MailboxPlan mailbox) {
        Integer place = places.get(mailbox.mailbox());
        if (place == null) {
            newMailboxes.add(mailbox.mailbox());
            return mailbox.plan().only(change -> false);
        }
        Kept kept = mailbox.plan().kept();
        read.set(place);
        held.set(place, mailbox.isHeld() || kept.of(Reason.INCOMPLETE_SOURCE) > 0);
        waiting.set(place, kept.of(Reason.UNSETTLED) + kept.of(Reason.WAITING) > 0);
        mailbox.plan().apart().forEach(key -> apart.computeIfAbsent(key, unknown -> new BitSet()).set(place));
        List<Change> left = new ArrayList<>();
        Plan same = mailbox.plan().only(change -> isAgreed(place, change) || !left.add(change));
        others.add(place, left);
        return same;
    }

    private boolean isAgreed(int place, Change change) {
        Integer number = numbers.get(Same.of(change.action(), change.key(), change.reason(), change.before(),
                change.after()));
        boolean same = number != null && plan.changes().get(number).reach().contains(place);
        if (same) {
            agreed.get(number).set(place);
        }
        return same;
    }

    /** A contact is not as the run that is undone left it, and so is left as it is. */
    synchronized void spare(String mailbox, ContactKey key) {
        if (places.containsKey(mailbox)) {
            spared.computeIfAbsent(key, unknown -> new BitSet()).set(places.get(mailbox));
        }
    }

    /** What has moved since the plan, if those mailboxes are the run's. */
    synchronized Moved moved(Predicate<String> isTarget) {
        Moved moved = new Moved();
        Map<Shared, Reach> unplanned = others.all();
        Map<ContactKey, BitSet> instead = new HashMap<>();
        unplanned.forEach((change, reach) -> mark(instead, change.key(), reach));
        Map<ContactKey, BitSet> told = new HashMap<>();
        for (int number = 0; number < agreed.size(); number++) {
            PlannedChange change = plan.changes().get(number);
            Reach missing = change.reach().without(Reach.of(agreed.get(number)));
            mark(told, change.key(), missing);
            missing.places().forEach(place -> moved.add(cause(change, place, instead, isTarget), change.key(),
                    plan.mailboxes().get(place)));
        }
        unplanned.forEach((change, reach) -> reach.places().filter(place -> !isIn(told, change.key(), place))
                .forEach(place -> moved.add(Cause.NEW, change.key(), plan.mailboxes().get(place))));
        newMailboxes.forEach(mailbox -> moved.add(Cause.MAILBOX_NEW, null, mailbox));
        return moved;
    }

    private static void mark(Map<ContactKey, BitSet> all, ContactKey key, Reach reach) {
        reach.places().forEach(all.computeIfAbsent(key, unknown -> new BitSet())::set);
    }

    private static boolean isIn(Map<ContactKey, BitSet> all, ContactKey key, int place) {
        BitSet places = all.get(key);
        return places != null && places.get(place);
    }

    /** Why a planned change is not done. */
    private Cause cause(PlannedChange change, int place, Map<ContactKey, BitSet> instead, Predicate<String> isTarget) {
        if (!read.get(place)) {
            return isTarget.test(plan.mailboxes().get(place)) ? Cause.MAILBOX_UNREAD : Cause.MAILBOX_GONE;
        }
        String now = after.apply(change);
        if (change.action() != Action.DELETE && !change.after().equals(now)) {
            return now == null ? Cause.LEFT : Cause.CHANGED;
        }
        if (isIn(instead, change.key(), place) || isIn(spared, change.key().shownOnce(), place)) {
            return Cause.OTHERWISE;
        }
        if (isIn(apart, change.key(), place)) {
            return Cause.APART;
        }
        if (change.action() == Action.DELETE) {
            boolean back = now != null && !now.isEmpty() && !change.reason().equals(Change.SWEEP);
            return back ? Cause.BACK : held.get(place) ? Cause.HELD
                    : Cause.DONE;
        }
        return change.action() == Action.CREATE && waiting.get(place) ? Cause.WAITING : Cause.DONE;
    }
}
