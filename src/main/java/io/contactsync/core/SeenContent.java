package io.contactsync.core;

import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a contact held that somebody had changed, as it was read before it is changed.
 *
 * @param contactId Graph's id of it
 * @param key whose it is
 * @param hash by which journals name this content; no content that we write has such a one
 * @param carried the content hash that it carries
 * @param fields the managed fields as Graph answered them, a JSON object
 */
public record SeenContent(String contactId, ContactKey key, String hash, String carried, String fields) {

    private static final int HASH_LENGTH = 22;

    public SeenContent {
        Stream.of(contactId, key, hash, carried, fields).forEach(Objects::requireNonNull);
    }

    static SeenContent of(Change change, PresentContact contact) {
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(contact.content()));
        return new SeenContent(change.contactId(), change.key(), "~" + hash.substring(0, HASH_LENGTH), change.before(),
                contact.content());
    }

    /** It stands in no log. */
    @Override
    public String toString() {
        return "SeenContent[" + key.shown().text() + ", " + hash + "]";
    }
}
