package io.contactsync.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The chain over the lines of a journal. Each line ends with {@code ,"hash":"<22 characters>"} before its check sum:
 * the beginning, in base64url, of the SHA-256 of the hash of the line before (of nothing, in the first line) and of the
 * bytes of this one before {@code ,"hash"}. Whoever changes, inserts, moves or takes out a line must change all that
 * follow. For one journal, whose lines are told one after the other.
 */
final class LineHash {

    /** How long a hash is, as text. */
    static final int DIGITS = 22;
    /** What marks a line in which a person was erased: its hash is that of the line before the erasure. */
    static final String ERASED = "erased";

    private static final byte[] NAME = bytes(",\"hash\":\"");
    private static final byte[] MARK = bytes(",\"" + ERASED + "\":true");
    private static final int RAW = 18;
    /** How much room it needs in a line. */
    static final int ROOM = NAME.length + DIGITS + 1;

    private final MessageDigest digest = sha256();
    private byte[] last = {};
    private long lines;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reserves room for the hash at that place, which is where a line's other members end; returns where it ends. */
    static int reserve(byte[] line, int place) {
        System.arraycopy(NAME, 0, line, place, NAME.length);
        line[place + ROOM - 1] = '"';
        return place + ROOM;
    }

    /** The next line, with its end: puts its hash into the room that is reserved for it, and for the sum behind it. */
    void seal(byte[] lines, int from, int to) {
        int end = to - 1 - LineSum.LENGTH - ROOM;
        System.arraycopy(next(lines, from, end), 0, lines, end + NAME.length, DIGITS);
    }

    /** A JSON object with that hash as its last member. */
    static byte[] with(byte[] object, byte[] hash) {
        int end = object.length - 1;
        byte[] line = Arrays.copyOf(object, end + NAME.length + DIGITS + 2);
        System.arraycopy(NAME, 0, line, end, NAME.length);
        System.arraycopy(hash, 0, line, end + NAME.length, DIGITS);
        line[line.length - 2] = '"';
        line[line.length - 1] = '}';
        return line;
    }

    byte[] next(byte[] line, int from, int to) {
        digest.update(last);
        digest.update(line, from, to - from);
        last = Arrays.copyOf(Base64.getUrlEncoder().encode(Arrays.copyOf(digest.digest(), RAW)), DIGITS);
        lines++;
        return last;
    }

    /** Whether a line without its end is the one that follows; one in which somebody was erased vouches for itself. */
    boolean isNext(byte[] bytes, int from, int to) {
        int end = end(bytes, from, to);
        if (end < 0) {
            return false;
        }
        byte[] found = Arrays.copyOfRange(bytes, end + NAME.length, end + NAME.length + DIGITS);
        if (isErased(bytes, from, to)) {
            last = found;
            lines++;
            return true;
        }
        return Arrays.equals(next(bytes, from, end), found);
    }

    /** Where the hash begins in a line that ends with hash and check sum; negative if it has none. */
    static int end(byte[] bytes, int from, int to) {
        int end = to - LineSum.LENGTH - DIGITS - 1 - NAME.length;
        boolean there = end > from && LineSum.isThere(bytes, from, to) && BytePattern.startsWith(bytes, end, to, NAME);
        return there ? end : -1;
    }

    /** Whether somebody was erased in a line. */
    static boolean isErased(byte[] bytes, int from, int to) {
        int mark = end(bytes, from, to) - MARK.length;
        return mark > from && BytePattern.startsWith(bytes, mark, to, MARK);
    }

    /** The hash that stands in a line; empty if none does. */
    static String of(byte[] bytes, int from, int to) {
        int end = end(bytes, from, to);
        return end < 0 ? "" : new String(bytes, end + NAME.length, DIGITS, StandardCharsets.US_ASCII);
    }

    /** A hash as it stands in a line. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The hash of the line told last; empty before the first. */
    String last() {
        return new String(last, StandardCharsets.US_ASCII);
    }

    /** How many lines were told. */
    long lines() {
        return lines;
    }
}
