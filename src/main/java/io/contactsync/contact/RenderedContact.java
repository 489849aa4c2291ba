package io.contactsync.contact;

import io.contactsync.core.ContactKey;
import io.contactsync.core.DesiredContact;

/**
 * A desired contact as it goes over the wire, rendered once a run and shared by all mailboxes.
 *
 * @param key who it is
 * @param hash content hash: 22 characters
 * @param name the display name, for a journal that may hold personal data
 * @param create JSON body of the create: values, category, hidden key and hash
 * @param update JSON body of the update: the managed fields only, emptied ones included, and the hash
 */
public record RenderedContact(ContactKey key, String hash, String name, byte[] create, byte[] update) {

    /** As the planner sees it. */
    public DesiredContact desired() {
        return new DesiredContact(key, hash);
    }
}
