package io.contactsync.sandbox.people.card;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/** Text of a file in UTF-8, with or without byte order mark: a wrong guess would spoil names silently. */
final class Utf8File {
    private static final char MARK = '\uFEFF';
    private static final String ADVICE = "export the vCards in UTF-8";

    private Utf8File() {
    }

    /**
     * The text of vCards; folds within a character are mended.
     *
     * @throws IllegalArgumentException in one sentence, if the file cannot be read or is not UTF-8
     */
    static String read(Path file) {
        byte[] bytes = Folds.mended(bytes(file));
        if (isUtf16(bytes)) {
            throw new IllegalArgumentException(file + " is in UTF-16 - allowed is UTF-8: " + ADVICE);
        }
        String text = decoded(file, bytes);
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new IllegalArgumentException(
                    file + ", line " + lineAt(text, zero) + ": a zero character - allowed is text in UTF-8");
        }
        return withoutMark(text);
    }

    /**
     * The text of a CSV file, which Excel may have written in UTF-16; what cannot be read is a replacement character.
     *
     * @throws IllegalArgumentException in one sentence, if the file cannot be read
     */
    static String readLeniently(Path file) {
        byte[] bytes = bytes(file);
        return withoutMark(new String(bytes, isUtf16(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
    }

    /** The line, from 1, in which that character stands. */
    static int lineAt(CharSequence text, int index) {
        return 1 + (int) text.chars().limit(index).filter(each -> each == '\n').count();
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** To open a pipe is to wait for whoever may write into it. */
    private static byte[] bytes(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (!found.isRegularFile()) {
                throw new IllegalArgumentException(
                        file + " is " + (found.isDirectory() ? "a folder" : "a pipe, a socket or a device")
                                + " - allowed is a regular file: put the file itself there");
            }
            Room.requireFile(file, found.size());
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw new IllegalArgumentException(file + ", line " + lineAt(out, out.length()) + ": the byte 0x"
                    + String.format(Locale.ROOT, "%02X", bytes[in.position()]) + " is not UTF-8 - " + ADVICE);
        }
        return out.toString();
    }
}
