package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.util.Arrays;

/** A set of numbers in 8 bytes each (plus spare room): an open-addressed table, zero stands for empty. */
final class LongSet {

    private long[] table = new long[64];
    private int size;

    void add(long value) {
        if (!contains(value)) {
            if (2 * ++size > table.length) {
                grow();
            }
            put(table, nonZero(value));
        }
    }

    /** How many different ones. */
    int size() {
        return size;
    }

    /** All of them, in no order. */
    long[] values() {
        return Arrays.stream(table).filter(value -> value != 0).toArray();
    }

    boolean contains(long value) {
        return table[place(table, nonZero(value))] != 0;
    }

    /** Whether the hash of a key is there, as it is or as journals show it. */
    boolean containsAny(ContactKey key) {
        return contains(key.hash()) || !key.shown().equals(key) && contains(key.shown().hash());
    }

    /** Removes by building the cluster behind it anew: rare, a refused create. */
    void remove(long value) {
        int place = place(table, nonZero(value));
        if (table[place] != 0) {
            table[place] = 0;
            size--;
            for (int next = place + 1 & table.length - 1; table[next] != 0; next = next + 1 & table.length - 1) {
                long moved = table[next];
                table[next] = 0;
                put(table, moved);
            }
        }
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long value : table) {
            if (value != 0) {
                put(larger, value);
            }
        }
        table = larger;
    }

    private static void put(long[] table, long value) {
        table[place(table, value)] = value;
    }

    private static int place(long[] table, long value) {
        int place = (int) (value * 0x9E3779B97F4A7C15L >>> 40) & table.length - 1;
        while (table[place] != 0 && table[place] != value) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static long nonZero(long value) {
        return value == 0 ? 1 : value;
    }
}
