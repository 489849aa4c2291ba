package io.contactsync.core;

import java.util.List;
import java.util.Set;

/**
 * The changes of one mailbox, and why the rest stays as it is.
 *
 * @param changes sorted: creates, updates, deletes
 * @param managed contacts in the mailbox that are ours
 * @param unchanged of those, the ones that are as desired
 * @param kept what was left alone on purpose
 */
public record Plan(List<Change> changes, int managed, int unchanged, Kept kept) {

    public Plan {
        changes = List.copyOf(changes);
    }

    /** How many changes of that kind. */
    public int count(Action action) {
        return (int) changes.stream().filter(change -> change.action() == action).count();
    }

    /** The same plan without the creates of those keys: they are there after all, and count as unsettled. */
    Plan withoutCreates(Set<ContactKey> keys) {
        Kept more = new Kept(kept.incompleteSource, kept.heldSource, kept.unknownSource, kept.released, kept.unproven, kept.otherInstance,
                kept.unsettled + keys.size(), kept.confirmed, kept.elsewhere);
        return new Plan(changes.stream().filter(change -> change.action() != Action.CREATE || !keys.contains(change.key())).toList(), managed, unchanged, more);
    }

    /** The same plan without its creates: earlier ones may be there after all, and they count as unsettled. */
    public Plan withoutCreates() {
        return withoutCreates(changes.stream().filter(change -> change.action() == Action.CREATE).map(Change::key)
                .collect(java.util.stream.Collectors.toSet()));
    }

    /** The same plan without its deletions. */
    public Plan withoutDeletes() {
        return new Plan(changes.stream().filter(change -> change.action() != Action.DELETE).toList(), managed, unchanged, kept);
    }

    /**
     * What a plan leaves alone on purpose, each a number of contacts.
     *
     * @param incompleteSource not desired any more, but their source was not read completely
     * @param heldSource not desired any more, but that source's deletions wait for a human
     * @param unknownSource not desired any more, but their source is neither configured nor retired
     * @param released our key without the category: taken out of our hands
     * @param unproven our category without a key
     * @param otherInstance the key of another installation
     * @param unsettled desired, but a create of it was sent too recently to be sure that it is not there
     * @param confirmed desired, created recently, and listed: that create is no longer in doubt
     * @param elsewhere desired, but there with another installation's key: not doubled
     */
    public record Kept(int incompleteSource, int heldSource, int unknownSource, int released, int unproven, int otherInstance, int unsettled,
            int confirmed, int elsewhere) {
    }
}
