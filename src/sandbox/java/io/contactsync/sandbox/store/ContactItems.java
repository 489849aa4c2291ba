package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphRefusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The contacts of one mailbox in the order of their numbers, found by id in either form. Guarded by its tenant's lock.
 */
final class ContactItems {
    private static final Comparator<StoredContact> BY_NUMBER = (a, b) -> Integer.compare(a.number(), b.number());
    private final Folders folders;
    private final List<StoredContact> contacts = new ArrayList<>();
    /** Of contacts that were moved: the number they have now by the one they were created with. */
    private final Map<Integer, Integer> movedNumbers = new HashMap<>();
    private int lastNumber;

    ContactItems(Folders folders) {
        this.folders = folders;
    }

    int nextNumber() {
        return ++lastNumber;
    }

    List<StoredContact> all() {
        return Collections.unmodifiableList(contacts);
    }

    List<StoredContact> in(Folder folder) {
        return folders.all().size() == 1 ? all() : contacts.stream().filter(each -> each.folder() == folder).toList();
    }

    /** @throws GraphRefusal 400 if the id is malformed or of another mailbox, 404 if there is none */
    StoredContact find(String contactId) {
        return contacts.get(index(contactId));
    }

    /** Adds a contact of the highest number so far. */
    void add(StoredContact contact) {
        contacts.add(contact);
        if (contact.number() != contact.origin()) {
            movedNumbers.put(contact.origin(), contact.number());
        }
    }

    /** Puts a contact in the place of the one of the same number. */
    void replace(StoredContact changed) {
        contacts.set(Collections.binarySearch(contacts, changed, BY_NUMBER), changed);
    }

    void remove(StoredContact contact) {
        contacts.remove(Collections.binarySearch(contacts, contact, BY_NUMBER));
        movedNumbers.remove(contact.origin());
    }

    private int index(String contactId) {
        int number = number(contactId);
        int index =
                Collections.binarySearch(contacts, new StoredContact(number, number, 0, 0, 0, null, null), BY_NUMBER);
        if (index < 0 || !contacts.get(index).named(contactId)) {
            throw GraphRefusal.noSuchItem();
        }
        return index;
    }

    private int number(String contactId) {
        ItemIds ids = folders.all().get(0).ids();
        int origin = ids.origin(contactId);
        if (origin != ItemIds.NOT_MINE) {
            return movedNumbers.getOrDefault(origin, origin);
        }
        if (!ids.sameMailbox(contactId)) {
            throw GraphRefusal.malformedId();
        }
        return folders.all().stream().mapToInt(each -> each.ids().number(contactId))
                .filter(number -> number != ItemIds.NOT_MINE)
                .findFirst().orElseThrow(GraphRefusal::noSuchItem);
    }
}
