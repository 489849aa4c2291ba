package io.contactsync.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
 *  no      | ours                                      | complete, retired | delete
 *  no      | ours                                      | incomplete, held  | nothing: kept
 *  no      | ours                                      | unknown           | nothing: kept (name it in sync.retired-sources)
 *  any     | ours, more than once                      | complete, retired | the first by id counts, the others: delete
 *  any     | the category without our key              | -                 | nothing: unproven, somebody's own
 *  any     | a key of another instance                 | -                 | nothing
 *  any     | neither mark                              | -                 | nothing: never even read
 * </pre>
 */
public final class Planner {

    private final Policy policy;
    private final Predicate<ContactKey> unsettled;
    private final Map<ContactKey, CurrentContact> ours = new HashMap<>();
    private final Set<ContactKey> released = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private int managed;
    private int unchanged;
    private int incompleteSource;
    private int heldSource;
    private int unknownSource;
    private int unproven;
    private int otherInstance;
    private int waiting;

    private Planner(Policy policy, Predicate<ContactKey> unsettled) {
        this.policy = policy;
        this.unsettled = unsettled;
    }

    /**
     * The plan of one mailbox.
     *
     * @param desired what it should hold, each key once
     * @param current what it holds, foreign contacts included or not
     * @param policy what to respect
     * @param unsettled whether a create of that key was sent too recently to trust the mailbox's list
     */
    public static Plan plan(Collection<DesiredContact> desired, Collection<CurrentContact> current, Policy policy, Predicate<ContactKey> unsettled) {
        Planner planner = new Planner(policy, unsettled);
        current.stream().sorted(Comparator.comparing(CurrentContact::id)).forEach(planner::sort);
        desired.forEach(planner::want);
        planner.ours.values().forEach(contact -> planner.spare(contact, "gone from its source"));
        return planner.finish();
    }

    private void sort(CurrentContact contact) {
        switch (contact.ownership(policy.instance())) {
            case OURS -> own(contact);
            case RELEASED -> released.add(contact.key().key());
            case UNPROVEN -> unproven++;
            case OTHER_INSTANCE -> otherInstance++;
            case FOREIGN -> { }
        }
    }

    private void own(CurrentContact contact) {
        managed++;
        if (ours.putIfAbsent(contact.key().key(), contact) != null) {
            spare(contact, "duplicate");
        }
    }

    private void want(DesiredContact contact) {
        CurrentContact present = ours.remove(contact.key());
        if (present != null) {
            compare(contact, present);
        } else if (unsettled.test(contact.key())) {
            waiting++;
        } else if (!released.contains(contact.key())) {
            changes.add(new Change(Action.CREATE, contact.key(), null, "new"));
        }
    }

    private void compare(DesiredContact contact, CurrentContact present) {
        if (contact.hash().equals(present.hash())) {
            unchanged++;
        } else {
            changes.add(new Change(Action.UPDATE, contact.key(), present.id(), "changed"));
        }
    }

    private void spare(CurrentContact contact, String reason) {
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
        changes.add(new Change(Action.DELETE, contact.key().key(), contact.id(), reason));
    }

    private Plan finish() {
        changes.sort(Comparator.naturalOrder());
        return new Plan(changes, managed, unchanged,
                new Plan.Kept(incompleteSource, heldSource, unknownSource, released.size(), unproven, otherInstance, waiting));
    }
}
