package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.time.Instant;

/**
 * A content of a contact as it is kept so that a run can be undone.
 *
 * @param key whose contact
 * @param hash by which journals name this content
 * @param carried the content hash that a contact with it carries: the same, but for what was read of a contact that
 * somebody had changed
 * @param fields the managed values as Graph's JSON
 * @param until when a run last replaced it or took it away; null as long as the source names it
 */
public record StoredImage(ContactKey key, String hash, String carried, String fields, Instant until) {

    /** What tells contents apart: journals show keys so. */
    String id() {
        return id(key, hash);
    }

    /** The same of a key, as it is or as shown, and a hash. */
    public static String id(ContactKey key, String hash) {
        return key.shownOnce().text() + " " + hash;
    }

    /** Whether it is a content of that contact. */
    public boolean isOf(ContactKey contact) {
        return key.shownOnce().equals(contact.shownOnce());
    }

    StoredImage until(Instant at) {
        return new StoredImage(key, hash, carried, fields, at);
    }

    /** It stands in no log. */
    @Override
    public String toString() {
        return "StoredImage[" + id() + "]";
    }
}
