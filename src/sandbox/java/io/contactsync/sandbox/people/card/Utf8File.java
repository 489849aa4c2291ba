package io.contactsync.sandbox.people.card;

import io.contactsync.source.csv.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Text of a file in UTF-8, with or without byte order mark; anything else is refused, since a wrong guess would spoil
 * names silently.
 */
final class Utf8File {
    /** A row takes some hundred bytes: room for about 500,000 people. */
    private static final char MARK = '\uFEFF';

    private Utf8File() {
    }

    /** @throws IllegalArgumentException in one sentence, if the file cannot be read or is not UTF-8 */
    static String read(Path file) {
        byte[] bytes = CardFiles.vCards(file) ? Folds.mended(bytes(file)) : bytes(file);
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            throw new IllegalArgumentException(file + " is in UTF-16 - allowed is UTF-8: " + advice(file));
        }
        String text = decoded(file, bytes);
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new IllegalArgumentException(
                    file + ", line " + lineAt(text, zero) + ": a zero character - allowed is text in UTF-8");
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** The line, from 1, in which that character stands. */
    static int lineAt(CharSequence text, int index) {
        return 1 + (int) text.chars().limit(index).filter(each -> each == '\n').count();
    }

    private static String advice(Path file) {
        return "export the vCards in UTF-8";
    }

    private static byte[] bytes(Path file) {
        try {
            Room.requireFile(file, RegularFile.require(file, file.toString()).size());
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
                + String.format(Locale.ROOT, "%02X", bytes[in.position()]) + " is not UTF-8 - " + advice(file));
        }
        return out.toString();
    }
}
