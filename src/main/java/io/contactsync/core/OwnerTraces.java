package io.contactsync.core;

import io.contactsync.core.Drifted.Fate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What a mailbox's list shows of what its owner has done to contacts of ours. For one thread. */
final class OwnerTraces {

    private final Acquaintance acquaintance;
    private final DriftRules rules;
    private final Map<ContactKey, CurrentContact> released = new TreeMap<>();
    private final List<Change> touched = new ArrayList<>();
    private final List<Drifted> told = new ArrayList<>();

    OwnerTraces(Acquaintance acquaintance, DriftRules rules) {
        this.acquaintance = acquaintance;
        this.rules = rules;
    }

    /** A contact of ours is there. */
    void lists(long key) {
        acquaintance.keeps(key);
    }

    /** One carries our key, and the category no longer; of several with one key the one with the smallest id counts. */
    void released(CurrentContact contact) {
        released.merge(contact.key().key(), contact,
                BinaryOperator.minBy(Comparator.comparing(CurrentContact::id)));
    }

    /** All that is there of a desired contact is released: told, and taken back if somebody asked for that. */
    void letGo(DesiredContact wanted, boolean ownCard) {
        CurrentContact contact = released.get(wanted.key());
        if (rules.isRepairing() && !ownCard) {
            touched.add(Change.update(wanted.key(), contact.id(), Change.GIVEN_BACK, contact.changeKey(),
                    contact.hash(), wanted.hash()));
        } else {
            told.add(new Drifted(wanted.key(), contact.id(), List.of(), Fate.RELEASED));
        }
    }

    /** Whether a contact that carries what we wrote has been touched, so that this update may be due. */
    boolean isTouched(long key, Change update) {
        return acquaintance.isTouched(key, update.changeKey()) && touched.add(update);
    }

    /** A contact that is desired is not there. */
    void lacks(long key) {
        acquaintance.keeps(key);
    }

    /** Whether its owner has deleted it so often that it is not made again. */
    boolean isUnwanted(DesiredContact wanted, long key) {
        int deletions = acquaintance.deletions(key);
        if (!rules.respects(deletions)) {
            return false;
        }
        acquaintance.respects(key, deletions);
        return told.add(new Drifted(wanted.key(), null, List.of(), Fate.DELETED));
    }

    /** The create of a contact that is not there. */
    Change create(Desired desired, int place) {
        long key = desired.hash(place);
        DesiredContact wanted = desired.at(place);
        if (rules.isRepairing() && acquaintance.deletions(key) > 0) {
            return Change.create(wanted.key(), Change.GIVEN_BACK, wanted.hash());
        }
        return acquaintance.wasThere(key) ? Change.create(wanted.key(), Change.AGAIN, wanted.hash())
                : desired.create(place);
    }

    /** The same plan with them; the list has come to its end. */
    Plan in(Plan plan) {
        acquaintance.listedAll();
        return new Plan(plan.changes(), plan.managed(), plan.unchanged(), plan.kept(), plan.apart(), touched, told);
    }
}
