package io.contactsync.core;

/**
 * What a second look has seen of one contact.
 *
 * @param answer how Graph answered; its status says whether anything was seen
 * @param ownership whose the contact is now
 * @param key the key it carries now; null if none
 * @param changeKey its version now; null if unknown
 * @param created when it came to be, in seconds since 1970; 0 if that is not known
 * @param content a fingerprint of all that Graph tells of it, ids, versions and times aside; null unless all was asked
 * for
 */
public record Sight(Answer answer, Ownership ownership, ContactKey key, String changeKey, long created,
        String content) {

    /** The answer to a question that was not answered with a contact. */
    public static Sight none(Answer answer) {
        return new Sight(answer, Ownership.FOREIGN, null, null, 0, null);
    }

    boolean isOurs(ContactKey wanted) {
        return ownership == Ownership.OURS && wanted.equals(key);
    }

    boolean isReleased(ContactKey wanted) {
        return ownership == Ownership.RELEASED && wanted.equals(key);
    }
}
