package io.contactsync.core;

/** FNV-1a, 64 bit: a short name for a long one. Two that collide by chance must do no harm where it is used. */
public final class Fnv {

    private Fnv() {
    }

    /** The hash of a text, never zero. */
    public static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }
}
