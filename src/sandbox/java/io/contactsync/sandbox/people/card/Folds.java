package io.contactsync.sandbox.people.card;

import java.io.ByteArrayOutputStream;

/**
 * Folds of long lines that stand inside a character: vCard counts bytes, so that some writers fold between the bytes of
 * one. Each is put behind its character, which leaves the lines as they are for everything that counts them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350#section-3.2">RFC 6350, 3.2: a reader should cope with them</a>
 */
final class Folds {
    private final byte[] in;
    private final ByteArrayOutputStream out;
    private int at;

    private Folds(byte[] in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length);
    }

    static byte[] mended(byte[] bytes) {
        Folds folds = new Folds(bytes);
        while (folds.at < bytes.length) {
            folds.character();
        }
        return folds.out.toByteArray();
    }

    private void character() {
        int missing = following(in[at]);
        out.write(in[at++]);
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        for (int fold = fold(); missing > 0 && isFollowing(at + fold); fold = fold()) {
            held.write(in, at, fold);
            at += fold;
            out.write(in[at++]);
            missing--;
        }
        out.writeBytes(held.toByteArray());
    }

    /** How many bytes follow a character's first one in UTF-8. */
    private static int following(byte first) {
        int value = first & 0xFF;
        return value < 0xC2 ? 0 : value < 0xE0 ? 1 : value < 0xF0 ? 2 : value < 0xF5 ? 3 : 0;
    }

    private boolean isFollowing(int index) {
        return index < in.length && (in[index] & 0xC0) == 0x80;
    }

    /** The length of the fold that stands here: a line end and a space or tab; 0 if there is none. */
    private int fold() {
        int line = is(at, '\r') && is(at + 1, '\n') ? 2 : is(at, '\n') ? 1 : 0;
        return line > 0 && (is(at + line, ' ') || is(at + line, '\t')) ? line + 1 : 0;
    }

    private boolean is(int index, char expected) {
        return index < in.length && in[index] == expected;
    }
}
