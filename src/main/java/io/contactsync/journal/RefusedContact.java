package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.time.Instant;

/**
 * A contact that Graph refuses: it is skipped in all mailboxes until its content changes.
 *
 * @param key whose contact
 * @param hash of the content that is refused
 * @param code Graph's status and code
 * @param name what people call them; for screens, not for a log
 * @param since when it was refused first
 * @param mailboxes how many mailboxes refused it then
 */
public record RefusedContact(ContactKey key, String hash, String code, String name, Instant since, int mailboxes) {

    /** It may stand on screens and in reports, but in no log: whom it is about is not told. */
    @Override
    public String toString() {
        return "RefusedContact[" + key.shown().text() + ", " + code + "]";
    }
}
