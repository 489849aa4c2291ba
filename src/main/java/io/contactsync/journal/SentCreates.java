package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.time.Instant;

/** The creates that were sent to one mailbox, and when last. */
final class SentCreates {

    private final LongSet keys = new LongSet();
    private Instant last = Instant.MIN;
    /**
     * Whether times by Graph's clock and times by another one stand beside each other: none of them is later than the
     * other for certain.
     */
    private boolean mixed;
    private Boolean byGraph;

    /** Those of another machine; it tells when they settled. */
    static SentCreates of(long[] hashes) {
        SentCreates sent = new SentCreates();
        for (long hash : hashes) {
            sent.keys.add(hash);
        }
        return sent;
    }

    /** @param graphs whether the time is Graph's */
    void add(long key, Instant at, boolean graphs) {
        mixed |= byGraph != null && byGraph != graphs;
        byGraph = graphs;
        keys.add(key);
        last = last.isAfter(at) ? last : at;
    }

    void remove(long key) {
        keys.remove(key);
    }

    int size() {
        return keys.size();
    }

    long[] hashes() {
        return keys.values();
    }

    boolean contains(ContactKey key) {
        return keys.containsAny(key);
    }

    /** Whether all of them were certainly sent by then. */
    boolean isBefore(Instant time, boolean graphs) {
        return !mixed && byGraph != null && byGraph == graphs && !time.isBefore(last);
    }
}
