package io.contactsync.core;

import java.util.Arrays;
import java.util.Map;

/**
 * Versions of contacts as a run learns them, by the hashes of their keys: of one key the last counts, and 0 forgets it.
 * It takes 16 bytes each, plus spare room, for a large mailbox has one for each contact until it is done. For one
 * thread.
 */
final class VersionLog {

    private static final int PAIR = 2;
    private static final int FIRST = 16;

    private long[] pairs = new long[0];
    private int used;

    void put(long key, long version) {
        if (used == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(FIRST, PAIR * pairs.length));
        }
        pairs[used] = key;
        pairs[used + 1] = version;
        used += PAIR;
    }

    /** All of another one, after these. */
    void add(VersionLog later) {
        for (int place = 0; place < later.used; place += PAIR) {
            put(later.pairs[place], later.pairs[place + 1]);
        }
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** Changes those versions accordingly. */
    void applyTo(Map<Long, Long> versions) {
        for (int place = 0; place < used; place += PAIR) {
            if (pairs[place + 1] == 0) {
                versions.remove(pairs[place]);
            } else {
                versions.put(pairs[place], pairs[place + 1]);
            }
        }
    }
}
