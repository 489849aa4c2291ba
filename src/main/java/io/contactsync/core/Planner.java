package io.contactsync.core;

import io.contactsync.core.Kept.Reason;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Desired and current in, a plan out. Contacts are matched by key and by nothing else.
 *
 * <pre>
 *  desired | current in the mailbox                  | the key's source  | what happens
 * ---------+-----------------------------------------+-------------------+------------------------------------------
 *  yes     | -                                       | any               | create
 *  yes     | -, but a create was sent a moment ago   | any               | nothing: unsettled, a later run decides
 *  yes     | -, and its owner deleted it             | any               | create again, or respected: see DriftRules
 *  yes     | ours, same content hash                 | any               | nothing: unchanged
 *  yes     | the same, but of another version        | any               | touched: it is read first, see Reread
 *  yes     | ours, other content hash or none        | any               | update in place
 *  yes     | our key without the category            | any               | nothing: released, and not doubled
 *  no, own | ours                                    | complete, retired | delete
 *  no      | ours                                    | incomplete, held  | nothing: kept
 *  no      | ours                                    | unknown           | nothing: kept (see sync.retired-sources)
 *  any     | ours, more than once                    | any               | one counts, equal others go: see Doubles
 *  any     | the category without our key            | -                 | nothing: unproven, somebody's own
 *  any     | a key of another instance               | -                 | nothing, and not doubled
 *  yes     | another instance's, adopted in this run | any               | update: it becomes ours
 *  no      | another instance's, adopted in this run | not retired       | nothing: kept
 *  yes     | -, but a stranger is creating here      | any               | nothing: see Freshness
 *  own     | -                                       | any               | nothing: nobody needs their own card
 *  any     | neither mark                            | -                 | nothing: its content is never asked for
 * </pre>
 */
public final class Planner {

    /** Why somebody's own card goes. */
    public static final String OWN_CARD = "own card";
    /** Why a contact goes that its source does not name. */
    public static final String GONE = "gone from its source";

    private final Desired desired;
    private final Policy policy;
    private final Predicate<ContactKey> recent;
    private final BitSet own;
    private final Doubles doubles;
    private final Strangers strangers;
    private final OwnerTraces traces;
    private final BitSet letGo = new BitSet();
    private final BitSet others = new BitSet();
    private final Set<String> spared = new HashSet<>();
    private final List<CurrentContact> gone = new ArrayList<>();
    private final Set<ContactKey> apart = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<Reason, Integer> kept = new EnumMap<>(Reason.class);
    private int managed;
    private int unchanged;

    private Planner(Desired desired, Policy policy, Predicate<ContactKey> recent, BitSet own, Strangers strangers,
            OwnerTraces traces) {
        this.desired = desired;
        this.policy = policy;
        this.recent = recent;
        this.own = own;
        this.doubles = new Doubles(desired.size());
        this.strangers = strangers;
        this.traces = traces;
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
     * @param acquaintance what is known of it, and learned
     * @param drift how contacts that others touch are dealt with
     */
    public static Plan plan(Desired desired, Set<ContactKey> own, Iterator<CurrentContact> current, Policy policy,
            Predicate<ContactKey> recent, Freshness freshness, Acquaintance acquaintance, DriftRules drift) {
        Planner planner = new Planner(desired, policy, recent, desired.places(own), new Strangers(policy, freshness),
                new OwnerTraces(acquaintance, drift));
        current.forEachRemaining(planner::look);
        return planner.finish();
    }

    private void look(CurrentContact contact) {
        int place = contact.key() == null ? -1 : desired.place(contact.key().key());
        if (contact.key() != null) {
            strangers.look(contact, place);
        }
        switch (policy.of(contact)) {
            case OURS -> ours(contact, place);
            case RELEASED -> {
                traces.released(contact);
                apart(contact, place, letGo, Reason.RELEASED);
            }
            case UNPROVEN -> keep(Reason.UNPROVEN);
            case OTHER_INSTANCE -> apart(contact, place, others, Reason.OTHER_INSTANCE);
            case FOREIGN -> { }
        }
    }

    private void apart(CurrentContact contact, int place, BitSet places, Reason reason) {
        keep(reason);
        apart.add(contact.key().key());
        if (place >= 0) {
            places.set(place);
        }
    }

    private void keep(Reason reason) {
        kept.merge(reason, 1, Integer::sum);
    }

    private void ours(CurrentContact contact, int place) {
        traces.lists(place < 0 ? contact.key().key().hash() : desired.hash(place));
        if (place < 0 || own.get(place)) {
            spare(contact);
            return;
        }
        String wanted = desired.at(place).hash();
        boolean same = wanted.equals(contact.hash());
        Doubles.Seen seen = new Doubles.Seen(contact.id(), contact.changeKey(), contact.inDefault(), contact.created(),
                !policy.isAdopted(contact) && same, policy.isAdopted(contact), same ? wanted : contact.hash());
        managed += doubles.add(place, seen) ? 1 : 0;
    }

    /** A list that shifts while it is read page by page may show a contact twice. */
    private void spare(CurrentContact contact) {
        Reason stays = Undesired.stays(contact, policy);
        if (spared.add(contact.id())) {
            managed++;
            if (stays == null) {
                gone.add(contact);
            } else {
                keep(stays);
            }
        }
    }

    private Plan finish() {
        int strange = strangers.count();
        for (int place = 0; place < desired.size(); place++) {
            Doubles.Seen present = doubles.at(place);
            if (present != null) {
                present(place, present);
            } else if (letGo.get(place)) {
                traces.letGo(desired.at(place), own.get(place));
            } else if (!own.get(place) && !others.get(place)) {
                absent(place, strange > 0);
            }
        }
        changes.addAll(doubles.changes(desired));
        changes.addAll(Undesired.deletes(gone, policy, desired));
        changes.sort(Comparator.naturalOrder());
        others.andNot(own);
        kept.put(Reason.ELSEWHERE, others.cardinality());
        kept.put(Reason.STRANGE, strange);
        return traces.in(new Plan(changes, managed, unchanged, new Kept(kept, strangers.instances()), apart));
    }

    private void present(int place, Doubles.Seen present) {
        DesiredContact wanted = desired.at(place);
        others.clear(place);
        apart.remove(wanted.key());
        if (recent.test(wanted.key())) {
            keep(Reason.CONFIRMED);
        }
        if (!present.asDesired()) {
            changes.add(present.update(wanted, present.adopted() ? Change.ADOPTED : "changed"));
        } else if (!traces.isTouched(desired.hash(place), present.update(wanted, Change.DRIFTED))) {
            unchanged++;
        }
    }

    private void absent(int place, boolean strange) {
        DesiredContact wanted = desired.at(place);
        traces.lacks(desired.hash(place));
        if (recent.test(wanted.key())) {
            keep(Reason.UNSETTLED);
        } else if (strange) {
            keep(Reason.WAITING);
        } else if (traces.isUnwanted(wanted, desired.hash(place))) {
            keep(Reason.DELETED);
        } else {
            changes.add(traces.create(desired, place));
        }
    }
}
