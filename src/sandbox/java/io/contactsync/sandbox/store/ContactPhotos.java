package io.contactsync.sandbox.store;

import java.util.HashMap;
import java.util.Map;

/** The photos of the contacts of one mailbox, which go along when a contact moves. Guarded by its tenant's lock. */
public final class ContactPhotos {
    private final Map<Integer, Photo> byOrigin = new HashMap<>(0);

    /** The photo of a contact, or null. */
    public Photo of(StoredContact contact) {
        return byOrigin.get(contact.origin());
    }

    /** Sets the photo of a contact, or removes it if that is null. */
    public void set(StoredContact contact, Photo photo) {
        if (photo == null) {
            byOrigin.remove(contact.origin());
        } else {
            byOrigin.put(contact.origin(), photo);
        }
    }
}
