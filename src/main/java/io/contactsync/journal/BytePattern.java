package io.contactsync.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text looked for in many bytes, by the algorithm of Boyer, Moore and Horspool: the longer the text, the fewer bytes
 * are looked at.
 */
final class BytePattern {

    private static final int BYTE = 0xFF;

    private final byte[] pattern;
    private final int[] shifts = new int[BYTE + 1];

    BytePattern(String text) {
        this.pattern = text.getBytes(StandardCharsets.UTF_8);
        if (pattern.length == 0) {
            throw new IllegalArgumentException("an empty text is everywhere");
        }
        Arrays.fill(shifts, pattern.length);
        for (int place = 0; place < pattern.length - 1; place++) {
            shifts[pattern[place] & BYTE] = pattern.length - 1 - place;
        }
    }

    /** Where it begins first between those places; -1 if it is not there. */
    int find(byte[] bytes, int from, int to) {
        int last = pattern.length - 1;
        for (int end = from + last; end < to; end += shifts[bytes[end] & BYTE]) {
            if (bytes[end] == pattern[last] && startsWith(bytes, end - last, to, pattern)) {
                return end - last;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] part) {
        return to - from >= part.length && Arrays.equals(bytes, from, from + part.length, part, 0, part.length);
    }

    /** Whether a short text is in few bytes. */
    static boolean contains(byte[] bytes, int from, int to, byte[] part) {
        for (int place = from; place <= to - part.length; place++) {
            if (bytes[place] == part[0] && startsWith(bytes, place, to, part)) {
                return true;
            }
        }
        return false;
    }
}
