package io.contactsync.core;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The changes of one mailbox, and why the rest stays as it is.
 *
 * @param changes sorted: creates, updates, deletes
 * @param managed contacts in the mailbox that are ours
 * @param unchanged of those, the ones that are as desired
 * @param kept what was left alone on purpose
 * @param apart whose contacts are there, but released or another installation's, and not beside one of ours
 * @param touched contacts that carry what we wrote, but have to be read to see if they still are that: updates that are
 * due where they are not. None in a plan that holds: see {@link Reread}
 * @param drift what others have changed of contacts of ours, and what becomes of it
 */
public record Plan(List<Change> changes, int managed, int unchanged, Kept kept, Set<ContactKey> apart,
        List<Change> touched, List<Drifted> drift) {

    public Plan {
        changes = List.copyOf(changes);
        Objects.requireNonNull(kept);
        apart = Set.copyOf(apart);
        touched = List.copyOf(touched);
        drift = List.copyOf(drift);
    }

    /** One that holds, in which nobody has changed anything. */
    public Plan(List<Change> changes, int managed, int unchanged, Kept kept, Set<ContactKey> apart) {
        this(changes, managed, unchanged, kept, apart, List.of(), List.of());
    }

    /** How many changes of that kind; doubles that are swept are counted by themselves. */
    public int count(Action action) {
        return (int) changes.stream().filter(change -> change.action() == action && !change.isSweep()).count();
    }

    /** How many doubles will go if they equal the ones that stay. */
    public int sweeps() {
        return (int) changes.stream().filter(Change::isSweep).count();
    }

    /** Whether a change deletes a source's contact; a double may go, for nothing is lost by it. */
    static boolean takesAway(Change change) {
        return change.action() == Action.DELETE && !change.isSweep();
    }

    /** The same plan without its creates: earlier ones may be there after all, and they count as unsettled. */
    public Plan withoutCreates() {
        return withoutCreates(creates());
    }

    private Plan withoutCreates(Set<ContactKey> keys) {
        List<Change> rest = changes.stream()
                .filter(change -> change.action() != Action.CREATE || !keys.contains(change.key())).toList();
        return new Plan(rest, managed, unchanged, kept.and(Kept.Reason.UNSETTLED, keys.size()), apart, touched, drift);
    }

    private Set<ContactKey> creates() {
        return changes.stream().filter(change -> change.action() == Action.CREATE).map(Change::key)
                .collect(Collectors.toSet());
    }

    /** The same plan without the creates and updates of contacts that Graph refuses; these count as refused. */
    public Plan sparing(Predicate<Change> refused) {
        List<Change> rest = changes.stream()
                .filter(change -> change.action() == Action.DELETE || !refused.test(change)).toList();
        int spared = changes.size() - rest.size();
        return spared == 0 ? this
                : new Plan(rest, managed, unchanged, kept.and(Kept.Reason.REFUSED, spared), apart, touched,
                        drift);
    }

    /**
     * The same plan after a second look: a create is left out if the second list shows its key, and counts as
     * unsettled. A list that was read in several pages may have left a contact out, if another one was deleted
     * meanwhile; nobody would want it twice.
     *
     * @param second the same mailbox, listed again; read to its end
     */
    public Plan confirmedBy(Iterator<CurrentContact> second) {
        Set<ContactKey> creates = creates();
        Set<ContactKey> listed = new HashSet<>();
        second.forEachRemaining(contact -> {
            if (contact.key() != null && creates.contains(contact.key().key())) {
                listed.add(contact.key().key());
            }
        });
        return listed.isEmpty() ? this : withoutCreates(listed);
    }

    /** The same plan without what waits in its mailbox. */
    public Plan without(List<Hold> holds) {
        return only(change -> holds.stream().noneMatch(hold -> hold.kind().holds(change)));
    }

    /** The same plan about no other contacts than those. */
    public Plan about(Predicate<ContactKey> wanted) {
        return new Plan(changes.stream().filter(change -> wanted.test(change.key())).toList(), managed, unchanged,
                kept, apart, touched.stream().filter(change -> wanted.test(change.key())).toList(),
                drift.stream().filter(contact -> wanted.test(contact.key())).toList());
    }

    /**
     * The same plan with no other changes than those; of each change it is asked once, in their order, but not of a
     * key that stands more than once and of which a surplus contact stays: nothing of it goes then.
     */
    public Plan only(Predicate<Change> wanted) {
        Set<ContactKey> twice = new HashSet<>();
        return new Plan(changes.stream().filter(change -> isWanted(change, wanted, twice)).toList(), managed,
                unchanged, kept, apart, touched, drift);
    }

    /** Sweeps come first. */
    private static boolean isWanted(Change change, Predicate<Change> wanted, Set<ContactKey> twice) {
        boolean goes = !twice.contains(change.key()) && wanted.test(change);
        if (change.isSweep() && !goes) {
            twice.add(change.key());
        }
        return goes;
    }
}
