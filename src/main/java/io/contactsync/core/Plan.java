package io.contactsync.core;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The changes of one mailbox, and why the rest stays as it is.
 *
 * @param changes sorted: creates, updates, deletes
 * @param managed contacts in the mailbox that are ours
 * @param unchanged of those, the ones that are as desired
 * @param kept what was left alone on purpose
 * @param apart whose contacts are there, but released or another installation's, and not beside one of ours
 */
public record Plan(List<Change> changes, int managed, int unchanged, Kept kept, Set<ContactKey> apart) {

    public Plan {
        changes = List.copyOf(changes);
        apart = Set.copyOf(apart);
    }

    /** One of a mailbox where nobody took anything out of our hands. */
    public Plan(List<Change> changes, int managed, int unchanged, Kept kept) {
        this(changes, managed, unchanged, kept, Set.of());
    }

    /** How many changes of that kind; doubles that are swept are counted by themselves. */
    public int count(Action action) {
        return (int) changes.stream().filter(change -> change.action() == action && !change.isSweep()).count();
    }

    /** How many doubles will go if they equal the ones that stay. */
    public int sweeps() {
        return (int) changes.stream().filter(Change::isSweep).count();
    }

    /** Whether a change deletes a source's contact. */
    static boolean takesAway(Change change) {
        return change.action() == Action.DELETE && !change.isSweep();
    }

    /** The same plan without the creates of those keys: they are there after all, and count as unsettled. */
    Plan withoutCreates(Set<ContactKey> keys) {
        List<Change> rest = changes.stream()
                .filter(change -> change.action() != Action.CREATE || !keys.contains(change.key())).toList();
        return new Plan(rest, managed, unchanged, kept.unsettled(keys.size()), apart);
    }

    /** The same plan without its creates: earlier ones may be there after all, and they count as unsettled. */
    public Plan withoutCreates() {
        return withoutCreates(changes.stream().filter(change -> change.action() == Action.CREATE).map(Change::key)
                .collect(java.util.stream.Collectors.toSet()));
    }

    /** The same plan without its deletions; doubles may go, for nothing is lost by it. */
    public Plan withoutDeletes() {
        return new Plan(changes.stream().filter(change -> !takesAway(change)).toList(), managed, unchanged, kept,
                apart);
    }

    /** The same plan with no other changes than those; of each change it is asked once, in their order. */
    public Plan only(Predicate<Change> wanted) {
        return new Plan(changes.stream().filter(wanted).toList(), managed, unchanged, kept, apart);
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
     * @param strange created a moment ago under our keys, and not from this data folder: as long as there are any,
     * nothing is created
     * @param waiting desired and not there, but not created because of those
     * @param instances names of the other installations whose keys are there, at most {@value #MOST_INSTANCES}
     */
    public record Kept(int incompleteSource, int heldSource, int unknownSource, int released, int unproven,
            int otherInstance, int unsettled,
            int confirmed, int elsewhere, int strange, int waiting, Set<String> instances) {

        /** More names than these nobody reads. */
        static final int MOST_INSTANCES = 5;

        public Kept {
            instances = Set.copyOf(instances);
        }

        /** In a mailbox that nobody else writes to. */
        public Kept(int incompleteSource, int heldSource, int unknownSource, int released, int unproven,
                int otherInstance, int unsettled,
                int confirmed, int elsewhere) {
            this(incompleteSource, heldSource, unknownSource, released, unproven, otherInstance, unsettled, confirmed,
                    elsewhere, 0, 0, Set.of());
        }

        private Kept unsettled(int more) {
            return new Kept(incompleteSource, heldSource, unknownSource, released, unproven, otherInstance,
                    unsettled + more, confirmed,
                    elsewhere, strange, waiting, instances);
        }
    }
}
