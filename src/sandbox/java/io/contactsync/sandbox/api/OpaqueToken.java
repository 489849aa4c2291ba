package io.contactsync.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The form of all page and delta tokens: parts that clients do not see into. */
final class OpaqueToken {
    private static final String BETWEEN = "|";

    private OpaqueToken() {
    }

    /** @param parts only the last may hold a bar */
    static String of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(text.isEmpty() ? "" : BETWEEN).append(part);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a token, or null if it is none or has another number of them. */
    static String[] parts(String token, int count) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\\|", count);
            return parts.length == count ? parts : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
