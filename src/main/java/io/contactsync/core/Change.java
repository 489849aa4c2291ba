package io.contactsync.core;

import java.util.Comparator;

/**
 * One thing to do in one mailbox.
 *
 * @param action what
 * @param key to whose contact
 * @param contactId Graph's id of the contact; null for a create
 * @param reason why, in a few words for the journal
 * @param changeKey Graph's version of the contact that was read; null for a create, or if it is not known
 */
public record Change(Action action, ContactKey key, String contactId, String reason, String changeKey) implements Comparable<Change> {

    private static final Comparator<Change> ORDER = Comparator.comparing(Change::action).thenComparing(Change::key)
            .thenComparing(Change::contactId, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A change of a contact whose version is not known. */
    public Change(Action action, ContactKey key, String contactId, String reason) {
        this(action, key, contactId, reason, null);
    }

    public Change {
        if ((action == Action.CREATE) != (contactId == null)) {
            throw new IllegalArgumentException(action.word() + " of " + key.text() + (contactId == null ? " needs a contact's id" : " must not name a contact"));
        }
    }

    /** Creates, then updates, then deletes, each by key: a plan always reads the same. */
    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}
