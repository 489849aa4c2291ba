package io.contactsync.run.explain;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.Ownership;

import java.util.List;

/**
 * What a look into the mailbox has shown of one contact, a moment ago.
 *
 * @param contacts those with its key; marks and versions only
 * @param failure why the mailbox could not be read; empty if it could
 */
public record Seen(List<CurrentContact> contacts, String failure) {

    /** How a failure begins if there is no mailbox. */
    public static final String NO_MAILBOX = "no mailbox: ";

    public Seen {
        contacts = List.copyOf(contacts);
    }

    /** Whether the mailbox could be read. */
    public boolean isClear() {
        return failure.isEmpty();
    }

    /** Whether there is no mailbox to read. */
    boolean isNoMailbox() {
        return failure.startsWith(NO_MAILBOX);
    }

    /** Those of that ownership. */
    List<CurrentContact> of(Ownership ownership, String instance) {
        return contacts.stream().filter(contact -> contact.ownership(instance) == ownership).toList();
    }
}
