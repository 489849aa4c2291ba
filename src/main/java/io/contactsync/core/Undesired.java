package io.contactsync.core;

import io.contactsync.core.Kept.Reason;

import java.util.List;

/** What becomes of a contact of ours that nobody desires. */
final class Undesired {

    /** Why a contact goes whose source is no longer one. */
    static final String RETIRED = "source retired";

    private Undesired() {
    }

    /** Why it stays; null if it goes. */
    static Reason stays(CurrentContact contact, Policy policy) {
        SourceState state = state(contact, policy);
        if (state == null) {
            return Reason.UNKNOWN_SOURCE;
        }
        if (policy.isAdopted(contact) && state != SourceState.RETIRED) {
            return Reason.OTHER_INSTANCE;
        }
        return switch (state) {
            case COMPLETE, RETIRED -> null;
            case INCOMPLETE -> Reason.INCOMPLETE_SOURCE;
            case HELD -> Reason.HELD_SOURCE;
        };
    }

    /** Their deletions; why they are not desired is told, unless their source is none any more. */
    static List<Change> deletes(List<CurrentContact> gone, Policy policy, Desired desired) {
        return Doubles.deletes(gone, contact -> {
            ContactKey key = contact.key().key();
            String why = state(contact, policy) == SourceState.RETIRED ? RETIRED
                    : desired.place(key) < 0 ? Planner.GONE : Planner.OWN_CARD;
            return Change.delete(key, contact.id(), why, contact.changeKey(), contact.hash());
        });
    }

    private static SourceState state(CurrentContact contact, Policy policy) {
        return policy.sources().get(contact.key().key().source());
    }
}
