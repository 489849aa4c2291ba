package io.contactsync.core;

import io.contactsync.core.KnownMailbox.Rewritten;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Differences of a mailbox's contacts that come back after they were mended, by the hashes of their keys. */
final class Rewrites {

    /** How often the same difference is mended before it is taken for what Exchange makes of the value. */
    static final int MENDINGS = 2;

    private final Map<Long, Rewritten> known;
    private final Map<Long, Integer> mending = new HashMap<>();

    Rewrites(Map<Long, Rewritten> before) {
        this.known = new HashMap<>(before);
    }

    Map<Long, Rewritten> all() {
        return Collections.unmodifiableMap(known);
    }

    boolean isKnown(long key, long difference) {
        return Rewritten.times(known.get(key), Rewritten.of(difference)) >= MENDINGS;
    }

    void know(long key, long difference) {
        known.put(key, new Rewritten(Rewritten.of(difference), MENDINGS));
    }

    void forget(long key) {
        known.remove(key);
    }

    /** It is about to be mended. */
    void mends(long key, long difference) {
        mending.put(key, Rewritten.of(difference));
    }

    /** It was, if it was about to be. */
    void mended(long key) {
        Integer difference = mending.remove(key);
        if (difference != null) {
            known.put(key, new Rewritten(difference, Rewritten.times(known.get(key), difference) + 1));
        }
    }
}
