package io.contactsync.microsoftgraph;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 after RFC 3986: what is not unreserved (or expressly kept) becomes %XX. */
final class PercentEncoder {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final boolean[] SEGMENT = table("");
    private static final boolean[] QUERY = table("$()',:/@*!");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoder() {
    }

    /** One path segment: slashes, dollars and the rest are encoded. */
    static String segment(String value) {
        return encode(value, SEGMENT);
    }

    /** The value of one query option: OData's own punctuation stays readable. */
    static String query(String value) {
        return encode(value, QUERY);
    }

    private static String encode(String value, boolean[] keep) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && keep[b]) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }

    private static boolean[] table(String more) {
        boolean[] keep = new boolean[128];
        (UNRESERVED + more).chars().forEach(c -> keep[c] = true);
        return keep;
    }
}
