package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.JsonBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes and reads the ids of items in one folder: 152 characters, of which all but eight are the same for the whole
 * folder, or 68 in the immutable form, of which all but eight are the same for the whole mailbox, so that an item needs
 * no more than its numbers. The layout is that of ids seen on the wire; nothing about it is published.
 *
 * @see <a href="https://learn.microsoft.com/graph/outlook-immutable-id">immutable identifiers</a>
 */
public final class ItemIds {
    static final int NOT_MINE = -1;
    private static final byte[] ALPHABET =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
    private static final int LONG_PREFIX = 140;
    private static final int SHORT_PREFIX = 60;
    /** The part of the long form that is the same for all folders of a mailbox. */
    private static final int MAILBOX_PREFIX = 82;
    private static final byte[] LONG_TAIL = "AAA=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHORT_TAIL = new byte[0];

    private final byte[] longPrefix;
    private final byte[] shortPrefix;
    private final String longStart;
    private final String shortStart;

    ItemIds(UUID mailbox, UUID folder) {
        String all = base64(entry(mailbox, folder));
        String immutable = base64(immutable(mailbox));
        longStart = all.substring(0, LONG_PREFIX);
        shortStart = immutable.substring(0, SHORT_PREFIX);
        longPrefix = longStart.getBytes(StandardCharsets.US_ASCII);
        shortPrefix = shortStart.getBytes(StandardCharsets.US_ASCII);
    }

    void write(JsonBytes out, int number, boolean immutable) {
        out.raw(immutable ? shortPrefix : longPrefix);
        group(out, number >>> 16);
        group(out, number << 8);
        out.raw(immutable ? SHORT_TAIL : LONG_TAIL);
    }

    public String text(int number, boolean immutable) {
        JsonBytes out = new JsonBytes(160);
        write(out, number, immutable);
        return out.toString();
    }

    /** The item's number if this is the id of an item in this folder, else {@link #NOT_MINE}. */
    int number(String id) {
        return id.length() == 152 && id.startsWith(longStart) && id.endsWith("AAA=") ? decode(id, LONG_PREFIX)
                : NOT_MINE;
    }

    /**
     * The number the item was created with if this is the immutable id of an item in this mailbox, else
     * {@link #NOT_MINE}.
     */
    int origin(String id) {
        return id.length() == 68 && id.startsWith(shortStart) ? decode(id, SHORT_PREFIX) : NOT_MINE;
    }

    /** Whether the id could be that of an item in any folder, past ones too, of this mailbox. */
    boolean sameMailbox(String id) {
        return id.length() == 152 && id.regionMatches(0, longStart, 0, MAILBOX_PREFIX);
    }

    private static int decode(String id, int from) {
        long bits = 0;
        for (int i = from; i < from + 8; i++) {
            int digit = digit(id.charAt(i));
            if (digit < 0) {
                return NOT_MINE;
            }
            bits = bits << 6 | digit;
        }
        return (bits & 0xFF) == 0 && bits >>> 8 <= Integer.MAX_VALUE ? (int) (bits >>> 8) : NOT_MINE;
    }

    private static int digit(char c) {
        for (int i = 0; i < ALPHABET.length; i++) {
            if (ALPHABET[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /** Writes the low 24 bits as four characters. */
    static void group(JsonBytes out, int bits) {
        out.raw(ALPHABET[bits >>> 18 & 63]).raw(ALPHABET[bits >>> 12 & 63]).raw(ALPHABET[bits >>> 6 & 63])
                .raw(ALPHABET[bits & 63]);
    }

    /** The id of the folder itself: 120 characters, the same in both forms. */
    static String folder(UUID mailbox, UUID folder) {
        ByteBuffer bytes = ByteBuffer.allocate(89).put(new byte[] {0, 3, 36, 0})
                .put(mailbox.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.put(new byte[] {46, 0, 0, 0, 0, 0});
        uuid(bytes, mailbox).put(new byte[] {1, 0});
        uuid(bytes, folder).put(new byte[] {0, 0, 0, 0, 1, 14, 0, 0, 0});
        return base64(bytes.array());
    }

    static boolean folderOfSameMailbox(String folder, String id) {
        return id.length() == folder.length() && id.regionMatches(0, folder, 0, MAILBOX_PREFIX);
    }

    private static byte[] entry(UUID mailbox, UUID folder) {
        ByteBuffer bytes = ByteBuffer.allocate(113).put(new byte[] {0, 3, 36, 0})
                .put(mailbox.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.put(new byte[] {70, 0, 0, 0, 0, 0});
        uuid(bytes, mailbox).put(new byte[] {7, 0});
        uuid(bytes, folder).put(new byte[] {0, 0, 0, 0, 1, 14, 0, 0});
        uuid(bytes, folder);
        return bytes.array();
    }

    private static byte[] immutable(UUID mailbox) {
        byte[] start = Base64.getUrlDecoder().decode("AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A");
        return uuid(ByteBuffer.allocate(51).put(start), mailbox).array();
    }

    private static ByteBuffer uuid(ByteBuffer bytes, UUID uuid) {
        return bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
