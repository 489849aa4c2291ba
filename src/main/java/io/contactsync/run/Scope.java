package io.contactsync.run;

import java.io.Serializable;
import java.util.Set;

import io.contactsync.core.ContactKey;

/**
 * What a run is limited to. Whatever else would be due in it is left.
 *
 * @param mailboxes object ids of mailboxes' owners; empty for all
 * @param keys texts of contacts' keys, as they are or as shown; empty for all
 */
public record Scope(Set<String> mailboxes, Set<String> keys) implements Serializable {

    /** No limit. */
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        mailboxes = mailboxes == null ? Set.of() : Set.copyOf(mailboxes);
        keys = keys == null ? Set.of() : Set.copyOf(keys);
    }

    /** Whether that mailbox is in it. */
    boolean hasMailbox(String mailbox) {
        return mailboxes.isEmpty() || mailboxes.contains(mailbox);
    }

    /** Whether that contact is in it. */
    public boolean hasKey(ContactKey key) {
        return keys.isEmpty() || keys.contains(key.text()) || keys.contains(key.shown().text());
    }
}
