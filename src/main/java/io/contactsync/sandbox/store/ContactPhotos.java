package io.contactsync.sandbox.store;

import java.util.HashMap;
import java.util.Map;

/** The photos of the contacts of one mailbox; a contact without costs nothing. They stay with a contact that is moved. */
public final class ContactPhotos {
    private Map<Integer, Photo> byOrigin = Map.of();

    /** The photo of a contact, or null. */
    public Photo get(StoredContact contact) {
        return byOrigin.get(contact.origin());
    }

    public void put(StoredContact contact, Photo photo) {
        if (byOrigin.isEmpty()) {
            byOrigin = new HashMap<>();
        }
        byOrigin.put(contact.origin(), photo);
    }

    public void remove(StoredContact contact) {
        if (!byOrigin.isEmpty()) {
            byOrigin.remove(contact.origin());
        }
    }
}
