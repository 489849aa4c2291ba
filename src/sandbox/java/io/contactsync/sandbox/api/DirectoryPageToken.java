package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;

/**
 * The {@code $skiptoken} of a directory listing; opaque to clients.
 *
 * @param position of the next object
 * @param eventual whether the first page had the header ConsistencyLevel
 * @see <a href="https://learn.microsoft.com/graph/paging">paging</a>
 */
record DirectoryPageToken(int position, boolean eventual) {
    private static final String MARK = "RFNwdAoAAQ";

    String text(long epoch) {
        return OpaqueToken.of(MARK, epoch, position, eventual ? "e" : "s");
    }

    /** @throws GraphRefusal 400 if the token is of another epoch or none at all */
    static DirectoryPageToken of(String token, long epoch) {
        String[] parts = OpaqueToken.parts(token, 4);
        if (parts == null || !parts[0].equals(MARK) || !parts[1].equals(Long.toString(epoch))
                || !parts[2].matches("\\d{1,9}")) {
            throw GraphRefusal.expiredPage();
        }
        return new DirectoryPageToken(Integer.parseInt(parts[2]), parts[3].equals("e"));
    }
}
