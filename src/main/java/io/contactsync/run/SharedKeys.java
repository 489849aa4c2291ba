package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contacts that all mailboxes of a run are to hold, by their numbers: coordinator and workers have the same. */
final class SharedKeys {

    private final List<RenderedContact> contacts;
    private final Map<ContactKey, Integer> numbers = new HashMap<>();

    /** In the order of the run's {@link RunClaim}. */
    SharedKeys(Collection<RenderedContact> rendered) {
        contacts = List.copyOf(rendered);
        contacts.forEach(contact -> numbers.put(contact.key(), numbers.size()));
    }

    /** Of a key; negative if it is none of theirs. */
    int number(ContactKey key) {
        return numbers.getOrDefault(key, -1);
    }

    /** The key of that number. */
    ContactKey key(int number) {
        return contacts.get(number).key();
    }

    /** The content hash of that number. */
    String hash(int number) {
        return contacts.get(number).hash();
    }
}
