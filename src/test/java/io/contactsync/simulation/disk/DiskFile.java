package io.contactsync.simulation.disk;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A file: what was written, and what of it is certain to survive. */
final class DiskFile {

    private static final byte[] EMPTY = {};

    private byte[] bytes = new byte[512];
    private int size;
    private byte[] synced = EMPTY;
    long modified;
    int order;

    int size() {
        return size;
    }

    byte[] content() {
        return Arrays.copyOf(bytes, size);
    }

    int read(int position, byte[] into, int offset, int length) {
        int count = Math.min(length, size - position);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(bytes, position, into, offset, count);
        return count;
    }

    void write(int position, byte[] from) {
        int end = position + from.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(from, 0, bytes, position, from.length);
        size = Math.max(size, end);
    }

    void truncate(int length) {
        size = Math.min(size, length);
    }

    void sync() {
        synced = content();
    }

    /** What is certain to survive. */
    byte[] synced() {
        return synced;
    }

    /** The power is gone: of what was appended since the last sync, any part stays; what was overwritten, or not. */
    void lose(RandomGenerator random) {
        boolean appended = size >= synced.length && Arrays.equals(bytes, 0, synced.length, synced, 0, synced.length);
        if (appended) {
            size = random.nextInt(synced.length, size + 1);
        } else if (random.nextBoolean()) {
            bytes = synced.clone();
            size = synced.length;
        }
        sync();
    }

    void flip(RandomGenerator random) {
        if (size > 0) {
            bytes[random.nextInt(size)] ^= (byte) (1 << random.nextInt(8));
            sync();
        }
    }
}
