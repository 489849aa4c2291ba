package io.contactsync.core;

import java.util.List;

/**
 * A contact of ours as it was read before it is written: what we manage of it, and nothing else.
 *
 * @param contactId Graph's id of it, as it was asked for
 * @param answer how Graph answered; its status says whether it was read
 * @param ownership whose it is
 * @param key the key that it carries; null if none
 * @param changeKey its version; null if it is not known
 * @param categories all of its categories
 * @param drift managed fields that differ from what we would write: what stands there, and what we would write
 * @param fields the managed fields as Graph answered them, a JSON object; empty if it was not read
 */
public record ReadContact(String contactId, Answer answer, Ownership ownership, ContactKey key, String changeKey,
        List<String> categories, List<FieldChange> drift, String fields) {

    public ReadContact {
        categories = List.copyOf(categories);
        drift = List.copyOf(drift);
    }

    /** A contact that was not read. */
    public static ReadContact unread(String contactId, Answer answer) {
        return new ReadContact(contactId, answer, Ownership.FOREIGN, null, null, List.of(), List.of(), "");
    }

    /** Whether it was read. */
    public boolean isRead() {
        return answer.isSuccess();
    }

    /** Whether it carries that key and belongs to that owner. */
    boolean is(Ownership whose, ContactKey wanted) {
        return isRead() && ownership == whose && wanted.equals(key);
    }

    /** It may stand on screens and in reports, but in no log: what is in it is not told. */
    @Override
    public String toString() {
        return "ReadContact[" + (key == null ? "" : key.shown().text()) + ", " + ownership + ", drift=" + drift.size()
                + "]";
    }
}
