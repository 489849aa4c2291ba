package io.contactsync.core;

import io.contactsync.core.Kept.Reason;

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

    /** Its deletion; why it is not desired is told, unless its source is none any more. */
    static Change delete(CurrentContact contact, Policy policy, String why) {
        String reason = state(contact, policy) == SourceState.RETIRED ? RETIRED : why;
        return Change.delete(contact.key().key(), contact.id(), reason, contact.changeKey(), contact.hash());
    }

    private static SourceState state(CurrentContact contact, Policy policy) {
        return policy.sources().get(contact.key().key().source());
    }
}
