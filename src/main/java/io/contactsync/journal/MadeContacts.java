package io.contactsync.journal;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Fnv;

import java.util.HashMap;
import java.util.Map;

/**
 * Contacts that this data folder has lately set out to make, whatever became of it, and those of a former tool that it
 * has taken over: that they are ours and new is no sign of another installation. Held as 64-bit hashes.
 */
final class MadeContacts {

    private final Map<String, LongSet> created = new HashMap<>();
    private final Map<String, LongSet> adopted = new HashMap<>();

    void creates(String mailbox, String key) {
        created.computeIfAbsent(mailbox, unknown -> new LongSet()).add(Fnv.hash(key));
    }

    void adopts(String mailbox, String key) {
        adopted.computeIfAbsent(mailbox, unknown -> new LongSet()).add(Fnv.hash(key));
    }

    /** Graph has refused it for certain. */
    void leaves(String mailbox, String key) {
        if (adopted.containsKey(mailbox)) {
            adopted.get(mailbox).remove(Fnv.hash(key));
        }
    }

    boolean contains(String mailbox, ContactKey key) {
        return contains(created.get(mailbox), key) || contains(adopted.get(mailbox), key);
    }

    private static boolean contains(LongSet keys, ContactKey key) {
        return keys != null && (keys.contains(Fnv.hash(key.text())) || keys.contains(Fnv.hash(key.shown().text())));
    }

    /** Whether it may have made that many contacts of ours that stand in a mailbox, as far as anybody can tell. */
    boolean mayBeAll(String mailbox, int contacts) {
        LongSet taken = adopted.get(mailbox);
        return created.containsKey(mailbox) || taken != null && taken.size() >= contacts;
    }
}
