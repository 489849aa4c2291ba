package io.contactsync.sandbox.api;

import java.util.Arrays;
import java.util.List;

/**
 * The {@code $deltatoken} or {@code $skiptoken} of a round of directory changes; opaque to clients. It holds what the
 * first request said.
 *
 * @param epoch  the directory's when the token was made
 * @param issued seconds since 1970
 * @param since  where in the history of changes the round begins, -1 for the first round, which gives everything
 * @param until  where the next round begins
 * @param after  the last id given in this round, empty at its start
 * @param select properties tracked, empty for the default ones
 * @param ids    objects tracked, empty for all
 */
record DirectoryDeltaToken(long epoch, long issued, int since, int until, String after, List<String> select,
        List<String> ids) {

    String text() {
        return OpaqueToken.of(epoch, issued, since, until, after, String.join(",", select), String.join(",", ids));
    }

    /** The token of that text, or null if it is none. */
    static DirectoryDeltaToken of(String text) {
        try {
            String[] parts = OpaqueToken.parts(text, 7);
            return parts == null ? null
                    : new DirectoryDeltaToken(Long.parseLong(parts[0]), Long.parseLong(parts[1]),
                            Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), parts[4], list(parts[5]),
                            list(parts[6]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The token for the next page of the same round. */
    DirectoryDeltaToken next(String last) {
        return new DirectoryDeltaToken(epoch, issued, since, until, last, select, ids);
    }

    /** The token for the next round. */
    DirectoryDeltaToken round() {
        return new DirectoryDeltaToken(epoch, issued, until, until, "", select, ids);
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
