package io.contactsync.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The check sum at the end of a journal's line, {@code ,"sum":"89abcdef"}}: CRC-32C of the bytes before it. A line that
 * a disk has changed is noticed even where it is still JSON; a key that reads like another one would be created twice.
 * Lines of older versions have none.
 */
final class LineSum {

    private static final byte[] NAME = ",\"sum\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 8;
    /** How long it is in a line, the closing brace included. */
    static final int LENGTH = NAME.length + DIGITS + 2;

    private LineSum() {
    }

    /** Writes a JSON object of at least one member as one line with its sum. */
    static void write(byte[] object, ByteArrayOutputStream lines) {
        int end = object.length - 1;
        lines.write(object, 0, end);
        lines.writeBytes(NAME);
        lines.writeBytes(digits(object, 0, end));
        lines.write('"');
        lines.write('}');
        lines.write('\n');
    }

    /** Reserves room for the sum at the end of a line, and ends it there; returns where that is. */
    static int reserve(byte[] line, int place) {
        System.arraycopy(NAME, 0, line, place, NAME.length);
        int end = place + LENGTH;
        line[end - 2] = '"';
        line[end - 1] = '}';
        line[end] = '\n';
        return end + 1;
    }

    /** Puts the sum of a line, which is there with its end, into the room that is reserved for it. */
    static void seal(byte[] lines, int from, int to) {
        int end = to - 1 - LENGTH;
        System.arraycopy(digits(lines, from, end), 0, lines, end + NAME.length, DIGITS);
    }

    private static byte[] digits(byte[] bytes, int from, int to) {
        return of(bytes, from, to).getBytes(StandardCharsets.US_ASCII);
    }

    private static String of(byte[] bytes, int from, int to) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, to - from);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** The same sum over lines of a state file. */
    static String of(List<String> lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** Whether a line without its end has a sum, right or wrong. */
    static boolean isThere(byte[] bytes, int from, int to) {
        int start = to - LENGTH;
        return start > from && bytes[to - 1] == '}' && bytes[to - 2] == '"'
                && BytePattern.startsWith(bytes, start, to, NAME);
    }

    /** Whether its sum is right. */
    static boolean isRight(byte[] bytes, int from, int to) {
        return isThere(bytes, from, to)
                && BytePattern.startsWith(bytes, to - LENGTH + NAME.length, to, digits(bytes, from, to - LENGTH));
    }
}
