package io.contactsync.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Something that waits for a human, with the numbers that made it wait. Its id is made of exactly what is held: an approval of one hold never
 * lets another one through.
 *
 * @param id what {@code sync --approve} takes
 * @param sentence who, how many of how many, over which limit
 */
public record Hold(String id, String sentence) {

    private static final int ID_BYTES = 6;

    /** A hold of those items, in whatever order they come. */
    public static Hold of(String what, Collection<String> items, String sentence) {
        return new Hold(fingerprint(what, items), sentence);
    }

    private static String fingerprint(String what, Collection<String> items) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            items.stream().sorted().forEach(item -> digest.update(('\n' + item).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
