package io.contactsync.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Desired and current in, a plan out. Contacts are matched by key and by nothing else.
 *
 * <pre>
 *  desired | current in the mailbox                    | the key's source  | what happens
 * ---------+-------------------------------------------+-------------------+-----------------------------------------------
 *  yes     | -                                         | any               | create
 *  yes     | -, but a create was sent a moment ago     | any               | nothing: unsettled, a later run decides
 *  yes     | ours, same content hash                   | any               | nothing: unchanged
 *  yes     | ours, other content hash or none          | any               | update in place
 *  yes     | our key without the category              | any               | nothing: released, and not doubled
 *  no, own | ours                                      | complete, retired | delete
 *  no      | ours                                      | incomplete, held  | nothing: kept
 *  no      | ours                                      | unknown           | nothing: kept (name it in sync.retired-sources)
 *  any     | ours, more than once                      | complete, retired | the first in the list counts, the others: delete
 *  any     | the category without our key              | -                 | nothing: unproven, somebody's own
 *  any     | a key of another instance                 | -                 | nothing, and not doubled
 *  own     | -                                         | any               | nothing: nobody needs their own card
 *  any     | neither mark                              | -                 | nothing: its content is never asked for
 * </pre>
 *
 * <p>A mailbox's contacts are looked at one by one as they are read; only what differs is kept, so that memory does not grow with mailboxes.
 */
public final class Planner {

    private final Desired desired;
    private final Policy policy;
    private final Predicate<ContactKey> recent;
    private final BitSet found;
    private final long[] ids;
    private final BitSet letGo = new BitSet();
    private final BitSet others = new BitSet();
    private final Set<String> spared = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private int managed;
    private int unchanged;
    private int incompleteSource;
    private int heldSource;
    private int unknownSource;
    private int released;
    private int unproven;
    private int otherInstance;
    private int unsettled;
    private int confirmed;

    private Planner(Desired desired, Policy policy, Predicate<ContactKey> recent, BitSet own) {
        this.desired = desired;
        this.policy = policy;
        this.recent = recent;
        this.found = own;
        this.ids = new long[desired.size()];
    }

    /**
     * The plan of one mailbox.
     *
     * @param desired what mailboxes should hold
     * @param own keys that this mailbox shall not hold all the same: the owner's own card
     * @param current what it holds, foreign contacts included or not; read to its end
     * @param policy what to respect
     * @param recent whether a create of that key was sent too recently to trust the mailbox's list
     */
    public static Plan plan(Desired desired, Set<ContactKey> own, Iterator<CurrentContact> current, Policy policy, Predicate<ContactKey> recent) {
        BitSet ownPlaces = desired.places(own);
        Planner planner = new Planner(desired, policy, recent, (BitSet) ownPlaces.clone());
        current.forEachRemaining(contact -> planner.look(contact, ownPlaces));
        return planner.finish();
    }

    private void look(CurrentContact contact, BitSet own) {
        switch (contact.ownership(policy.instance())) {
            case OURS -> ours(contact, own);
            case RELEASED -> {
                released++;
                mark(letGo, contact);
            }
            case UNPROVEN -> unproven++;
            case OTHER_INSTANCE -> {
                otherInstance++;
                mark(others, contact);
            }
            case FOREIGN -> { }
        }
    }

    private void mark(BitSet places, CurrentContact contact) {
        int place = desired.place(contact.key().key());
        if (place >= 0) {
            places.set(place);
        }
    }

    private void ours(CurrentContact contact, BitSet own) {
        int place = desired.place(contact.key().key());
        if (place < 0 || own.get(place)) {
            spare(contact, "gone from its source");
        } else if (!found.get(place)) {
            managed++;
            found.set(place);
            ids[place] = Fnv.hash(contact.id());
            confirmed += recent.test(contact.key().key()) ? 1 : 0;
            compare(desired.at(place), contact);
        } else if (ids[place] != Fnv.hash(contact.id())) {
            spare(contact, "duplicate");
        }
    }

    private void compare(DesiredContact wanted, CurrentContact present) {
        if (wanted.hash().equals(present.hash())) {
            unchanged++;
        } else {
            changes.add(new Change(Action.UPDATE, wanted.key(), present.id(), "changed", present.changeKey()));
        }
    }

    /** A list that shifts while it is read page by page may show a contact twice. */
    private void spare(CurrentContact contact, String reason) {
        if (!spared.add(contact.id())) {
            return;
        }
        managed++;
        SourceState state = policy.sources().get(contact.key().key().source());
        if (state == null) {
            unknownSource++;
        } else {
            switch (state) {
                case COMPLETE -> delete(contact, reason);
                case RETIRED -> delete(contact, "source retired");
                case INCOMPLETE -> incompleteSource++;
                case HELD -> heldSource++;
            }
        }
    }

    private void delete(CurrentContact contact, String reason) {
        changes.add(new Change(Action.DELETE, contact.key().key(), contact.id(), reason, contact.changeKey()));
    }

    private Plan finish() {
        others.andNot(found);
        found.or(letGo);
        found.or(others);
        for (int place = found.nextClearBit(0); place < desired.size(); place = found.nextClearBit(place + 1)) {
            ContactKey key = desired.at(place).key();
            if (recent.test(key)) {
                unsettled++;
            } else {
                changes.add(new Change(Action.CREATE, key, null, "new"));
            }
        }
        changes.sort(Comparator.naturalOrder());
        return new Plan(changes, managed, unchanged,
                new Plan.Kept(incompleteSource, heldSource, unknownSource, released, unproven, otherInstance, unsettled, confirmed, others.cardinality()));
    }

    /**
     * The same plan after a second look: a create is left out if the second list shows its key. A list that was read in several pages may have
     * left a contact out, if another one was deleted meanwhile; nobody would want it twice.
     *
     * @param plan made of the first list
     * @param second the same mailbox, listed again; read to its end
     */
    public static Plan confirm(Plan plan, Iterator<CurrentContact> second) {
        Set<ContactKey> listed = new HashSet<>();
        Set<ContactKey> creates = plan.changes().stream().filter(change -> change.action() == Action.CREATE).map(Change::key).collect(Collectors.toSet());
        second.forEachRemaining(contact -> {
            if (contact.key() != null && creates.contains(contact.key().key())) {
                listed.add(contact.key().key());
            }
        });
        return listed.isEmpty() ? plan : plan.withoutCreates(listed);
    }
}
