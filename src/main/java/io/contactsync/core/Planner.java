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
 *  yes     | ours, more than once                      | any               | one counts, the others go if equal: see Doubles
 *  any     | the category without our key              | -                 | nothing: unproven, somebody's own
 *  any     | a key of another instance                 | -                 | nothing, and not doubled
 *  yes     | another instance's, adopted in this run   | any               | update: it becomes ours
 *  no      | another instance's, adopted in this run   | not retired       | nothing: kept
 *  yes     | -, but a stranger is creating here        | any               | nothing: see Freshness
 *  own     | -                                         | any               | nothing: nobody needs their own card
 *  any     | neither mark                              | -                 | nothing: its content is never asked for
 * </pre>
 *
 * <p>A mailbox's contacts are looked at one by one as they are read; only what differs is kept, so that memory does not
 * grow with mailboxes.
 */
public final class Planner {

    /** Why somebody's own card goes. */
    public static final String OWN_CARD = "own card";
    /** Why a contact goes that its source does not name. */
    public static final String GONE = "gone from its source";
    /** Why a contact goes whose source is no longer one. */
    static final String RETIRED = "source retired";

    private final Desired desired;
    private final Policy policy;
    private final Predicate<ContactKey> recent;
    private final BitSet own;
    private final Doubles doubles;
    private final Strangers strangers;
    private final BitSet letGo = new BitSet();
    private final BitSet others = new BitSet();
    private final Set<String> spared = new HashSet<>();
    private final Set<ContactKey> apart = new HashSet<>();
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
    private int waiting;

    private Planner(Desired desired, Policy policy, Predicate<ContactKey> recent, BitSet own, Freshness freshness) {
        this.desired = desired;
        this.policy = policy;
        this.recent = recent;
        this.own = own;
        this.doubles = new Doubles(desired.size());
        this.strangers = new Strangers(policy, freshness);
    }

    /**
     * The plan of one mailbox.
     *
     * @param desired what mailboxes should hold
     * @param own keys that this mailbox shall not hold all the same: the owner's own card
     * @param current what it holds in all its contact folders, foreign contacts included or not; read to its end
     * @param policy what to respect
     * @param recent whether a create of that key was sent too recently to trust the mailbox's list
     * @param freshness what shows that somebody else is writing into it
     */
    public static Plan plan(Desired desired, Set<ContactKey> own, Iterator<CurrentContact> current, Policy policy,
            Predicate<ContactKey> recent,
            Freshness freshness) {
        Planner planner = new Planner(desired, policy, recent, desired.places(own), freshness);
        current.forEachRemaining(planner::look);
        return planner.finish();
    }

    /** The plan of a mailbox that nobody else writes to. */
    public static Plan plan(Desired desired, Set<ContactKey> own, Iterator<CurrentContact> current, Policy policy,
            Predicate<ContactKey> recent) {
        return plan(desired, own, current, policy, recent, Freshness.BLIND);
    }

    private void look(CurrentContact contact) {
        int place = contact.key() == null ? -1 : desired.place(contact.key().key());
        if (contact.key() != null) {
            strangers.look(contact, place);
        }
        switch (policy.of(contact)) {
            case OURS -> ours(contact, place);
            case RELEASED -> {
                released++;
                apart.add(contact.key().key());
                mark(letGo, place);
            }
            case UNPROVEN -> unproven++;
            case OTHER_INSTANCE -> {
                otherInstance++;
                apart.add(contact.key().key());
                mark(others, place);
            }
            case FOREIGN -> { }
        }
    }

    private static void mark(BitSet places, int place) {
        if (place >= 0) {
            places.set(place);
        }
    }

    private void ours(CurrentContact contact, int place) {
        if (place < 0 || own.get(place)) {
            spare(contact, place < 0 ? GONE : OWN_CARD);
            return;
        }
        boolean adopted = policy.isAdopted(contact);
        String wanted = desired.at(place).hash();
        boolean same = wanted.equals(contact.hash());
        Doubles.Seen seen = new Doubles.Seen(contact.id(), contact.changeKey(), contact.inDefault(), contact.created(),
                !adopted && same, adopted,
                same ? wanted : contact.hash());
        managed += doubles.add(place, seen) ? 1 : 0;
    }

    /** A list that shifts while it is read page by page may show a contact twice. */
    private void spare(CurrentContact contact, String why) {
        if (!spared.add(contact.id())) {
            return;
        }
        managed++;
        SourceState state = policy.sources().get(contact.key().key().source());
        if (state == null) {
            unknownSource++;
        } else if (policy.isAdopted(contact) && state != SourceState.RETIRED) {
            otherInstance++;
        } else {
            switch (state) {
                case COMPLETE -> delete(contact, why);
                case RETIRED -> delete(contact, RETIRED);
                case INCOMPLETE -> incompleteSource++;
                case HELD -> heldSource++;
            }
        }
    }

    private void delete(CurrentContact contact, String reason) {
        changes.add(new Change(Action.DELETE, contact.key().key(), contact.id(), reason, contact.changeKey(), null,
                contact.hash()));
    }

    private Plan finish() {
        int strange = strangers.count();
        for (int place = 0; place < desired.size(); place++) {
            Doubles.Seen present = doubles.at(place);
            if (present != null) {
                present(place, present);
            } else if (!own.get(place) && !letGo.get(place) && !others.get(place)) {
                absent(desired.at(place).key(), strange > 0);
            }
        }
        changes.addAll(doubles.changes(desired));
        changes.sort(Comparator.naturalOrder());
        return new Plan(changes, managed, unchanged, kept(strange), apart);
    }

    private void present(int place, Doubles.Seen present) {
        DesiredContact wanted = desired.at(place);
        others.clear(place);
        apart.remove(wanted.key());
        confirmed += recent.test(wanted.key()) ? 1 : 0;
        if (present.asDesired()) {
            unchanged++;
        } else {
            changes.add(present.update(wanted.key()));
        }
    }

    private void absent(ContactKey key, boolean strange) {
        if (recent.test(key)) {
            unsettled++;
        } else if (strange) {
            waiting++;
        } else {
            changes.add(new Change(Action.CREATE, key, null, "new"));
        }
    }

    private Plan.Kept kept(int strange) {
        others.andNot(own);
        return new Plan.Kept(incompleteSource, heldSource, unknownSource, released, unproven, otherInstance, unsettled,
                confirmed,
                others.cardinality(), strange, waiting, strangers.instances());
    }

    /**
     * The same plan after a second look: a create is left out if the second list shows its key. A list that was read in
     * several pages may have left a contact out, if another one was deleted meanwhile; nobody would want it twice.
     *
     * @param plan made of the first list
     * @param second the same mailbox, listed again; read to its end
     */
    public static Plan confirm(Plan plan, Iterator<CurrentContact> second) {
        Set<ContactKey> listed = new HashSet<>();
        Set<ContactKey> creates = plan.changes().stream().filter(change -> change.action() == Action.CREATE)
                .map(Change::key).collect(Collectors.toSet());
        second.forEachRemaining(contact -> {
            if (contact.key() != null && creates.contains(contact.key().key())) {
                listed.add(contact.key().key());
            }
        });
        return listed.isEmpty() ? plan : plan.withoutCreates(listed);
    }
}
