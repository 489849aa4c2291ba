package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was written of a contact.
 *
 * @param key whose
 * @param hash its content hash, which mailboxes carry
 * @param name the display name
 * @param fields the values by Graph's property, each in one line, without those that are empty
 * @param since when a run first set out to write it
 * @param gone since when the source does not name the contact any more; null if it does, or if another content
 *        follows this one
 */
public record WrittenContact(ContactKey key, String hash, String name, Map<String, String> fields, Instant since,
        Instant gone) {

    public WrittenContact {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    WrittenContact gone(Instant at) {
        return new WrittenContact(key, hash, name, fields, since, at);
    }

    WrittenContact since(Instant at) {
        return new WrittenContact(key, hash, name, fields, at, null);
    }
}
