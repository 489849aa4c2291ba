package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The {@code $skiptoken} of a directory listing; opaque to clients.
 *
 * @param position of the next object
 * @param eventual whether the first page had the header ConsistencyLevel
 * @see <a href="https://learn.microsoft.com/graph/paging">paging</a>
 */
record PageToken(int position, boolean eventual) {

    String text(long epoch) {
        String text = "RFNwdAoAAQ|" + epoch + "|" + position + "|" + (eventual ? "e" : "s");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws GraphException 400 if the token is of another epoch or none at all */
    static PageToken of(String token, long epoch) {
        String[] parts = decoded(token).split("\\|");
        if (parts.length != 4 || !parts[1].equals(Long.toString(epoch)) || !parts[2].matches("\\d{1,9}")) {
            throw GraphException.expiredPage();
        }
        return new PageToken(Integer.parseInt(parts[2]), parts[3].equals("e"));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
