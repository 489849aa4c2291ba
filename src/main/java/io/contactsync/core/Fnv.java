package io.contactsync.core;

/** FNV-1a, 64 bit: a short name for a long one. Two that collide by chance must do no harm where it is used. */
public final class Fnv {

    private static final long BEGIN = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fnv() {
    }

    /** The hash of a text, never zero. */
    public static long hash(String text) {
        return nonZero(on(BEGIN, text));
    }

    /** The hash of the text that those two make with that character between them. */
    static long hash(String first, char between, String second) {
        return nonZero(on((on(BEGIN, first) ^ between) * PRIME, second));
    }

    private static long on(long before, String text) {
        long hash = before;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
        return hash;
    }

    private static long nonZero(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
