package io.contactsync.core;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All contacts that a mailbox should hold: made once a run, shared by all mailboxes, never changed. A mailbox remembers
 * what it has seen of it in one bit a contact.
 */
public final class Desired {

    private final List<DesiredContact> contacts;
    private final List<Change> creates;
    private final Map<ContactKey, Integer> places = new HashMap<>();
    private final long[] hashes;

    /** Those contacts; their keys must differ. */
    public Desired(Collection<DesiredContact> contacts) {
        this.contacts = List.copyOf(contacts);
        this.creates = this.contacts.stream()
                .map(contact -> Change.create(contact.key(), Change.NEW, contact.hash())).toList();
        this.hashes = this.contacts.stream().mapToLong(contact -> contact.key().hash()).toArray();
        for (int place = 0; place < this.contacts.size(); place++) {
            if (places.put(this.contacts.get(place).key(), place) != null) {
                throw new IllegalArgumentException(
                        "the key " + this.contacts.get(place).key().text() + " is desired twice");
            }
        }
    }

    /** How many. */
    public int size() {
        return contacts.size();
    }

    DesiredContact at(int place) {
        return contacts.get(place);
    }

    /** The create of the contact at that place where it never was: one and the same in all mailboxes. */
    Change create(int place) {
        return creates.get(place);
    }

    /** The hash of the key at that place. */
    long hash(int place) {
        return hashes[place];
    }

    /** The place of a key; -1 if it is not desired. */
    int place(ContactKey key) {
        return places.getOrDefault(key, -1);
    }

    /** The places of those keys, as far as they are desired. */
    BitSet places(Collection<ContactKey> keys) {
        BitSet found = new BitSet(size());
        keys.stream().mapToInt(this::place).filter(place -> place >= 0).forEach(found::set);
        return found;
    }
}
