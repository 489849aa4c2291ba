package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Contacts that this data folder has lately set out to make, whatever became of it, and those of a former tool that it
 * has taken over: that they are ours and new is no sign of another installation. Held as 64-bit hashes.
 */
final class MadeContacts {

    private final Map<String, LongSet> created = new HashMap<>();
    private final Map<String, LongSet> adopted = new HashMap<>();

    void creates(String mailbox, long key) {
        created.computeIfAbsent(mailbox, unknown -> new LongSet()).add(key);
    }

    /** A contact of a former tool is taken over. */
    void adopts(String mailbox, long key) {
        adopted.computeIfAbsent(mailbox, unknown -> new LongSet()).add(key);
    }

    /** Graph has refused that for certain. */
    void adoptsNot(String mailbox, long key) {
        if (adopted.containsKey(mailbox)) {
            adopted.get(mailbox).remove(key);
        }
    }

    /** What is known of a mailbox on another machine; null where nothing is. */
    void know(String mailbox, long[] creates, long[] adopts) {
        put(created, mailbox, creates);
        put(adopted, mailbox, adopts);
    }

    private static void put(Map<String, LongSet> sets, String mailbox, long[] hashes) {
        if (hashes != null) {
            LongSet set = sets.computeIfAbsent(mailbox, unknown -> new LongSet());
            Arrays.stream(hashes).forEach(set::add);
        }
    }

    /** Hashes of what it has set out to create there; null if nothing. */
    long[] created(String mailbox) {
        return created.containsKey(mailbox) ? created.get(mailbox).values() : null;
    }

    /** Hashes of what it has taken over there; null if nothing. */
    long[] adopted(String mailbox) {
        return adopted.containsKey(mailbox) ? adopted.get(mailbox).values() : null;
    }

    boolean contains(String mailbox, ContactKey key) {
        return contains(created.get(mailbox), key) || contains(adopted.get(mailbox), key);
    }

    private static boolean contains(LongSet keys, ContactKey key) {
        return keys != null && keys.containsAny(key);
    }

    /** Whether it may have made that many contacts of ours that stand in a mailbox, as far as anybody can tell. */
    boolean mayBeAll(String mailbox, int contacts) {
        LongSet taken = adopted.get(mailbox);
        return created.containsKey(mailbox) || taken != null && taken.size() >= contacts;
    }
}
