package io.contactsync.journal;

/** Texts looked for in bytes, without making texts of them. */
final class Bytes {

    private Bytes() {
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] part) {
        return to - from >= part.length
                && java.util.Arrays.equals(bytes, from, from + part.length, part, 0, part.length);
    }

    static boolean contains(byte[] bytes, int from, int to, byte[] part) {
        for (int place = from; place <= to - part.length; place++) {
            if (bytes[place] == part[0] && startsWith(bytes, place, to, part)) {
                return true;
            }
        }
        return false;
    }
}
