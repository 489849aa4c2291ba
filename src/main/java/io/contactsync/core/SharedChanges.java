package io.contactsync.core;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers the plans of all mailboxes of a run by what they share, told by all of them at once. What differs between
 * mailboxes is what they hold of a contact: memory grows with the contacts and the versions of them that are out
 * there, and by a bit for each mailbox.
 */
public final class SharedChanges {

    private final Map<Shared, BitSet> reach = new HashMap<>();

    /**
     * What makes two changes of two mailboxes one.
     *
     * @param action what
     * @param key to whose contact
     * @param reason why, as the plan of a mailbox says
     * @param before content hash of what the mailbox holds; empty for a create, or if it carries none
     * @param after content hash of what it will hold; empty for a delete
     */
    public record Shared(Action action, ContactKey key, String reason, String before,
            String after) implements Comparable<Shared> {

        /** Of a mailbox's change. */
        public static Shared of(Change change) {
            return new Shared(change.action(), change.key(), change.reason(), change.before(), change.after());
        }

        @Override
        public int compareTo(Shared other) {
            int byAction = action.compareTo(other.action);
            int byKey = byAction != 0 ? byAction : key.compareTo(other.key);
            int byReason = byKey != 0 ? byKey : reason.compareTo(other.reason);
            int byBefore = byReason != 0 ? byReason : before.compareTo(other.before);
            return byBefore != 0 ? byBefore : after.compareTo(other.after);
        }
    }

    /** What is to be done in the mailbox of that place. */
    public synchronized void add(int place, List<Change> changes) {
        changes.forEach(change -> reach.computeIfAbsent(Shared.of(change), shared -> new BitSet()).set(place));
    }

    /** All of them, in the order of a plan. */
    public synchronized Map<Shared, Reach> all() {
        Map<Shared, Reach> all = new TreeMap<>();
        reach.forEach((shared, places) -> all.put(shared, Reach.of(places)));
        return all;
    }
}
