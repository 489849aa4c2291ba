package io.contactsync.microsoftgraph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the mailbox in a URL: the segment after {@code /users/}, if more segments follow. */
final class MailboxPaths {

    private static final String USERS = "/users/";

    private MailboxPaths() {
    }

    /**
     * The mailbox of a path relative to the version, in lower case, or null: {@code /users}, {@code /users/{id}} are
     * directory calls.
     */
    static String of(String path) {
        if (!path.regionMatches(true, 0, USERS, 0, USERS.length())) {
            return null;
        }
        int end = path.indexOf('/', USERS.length());
        int query = path.indexOf('?');
        return end <= USERS.length() || query >= 0 && query < end ? null
                : path.substring(USERS.length(), end).toLowerCase(Locale.ROOT);
    }

    /** The mailbox of one request, as {@link #count} has it of several. */
    static Map<String, Integer> once(String path) {
        String mailbox = of(path);
        return mailbox == null ? Map.of() : Map.of(mailbox, 1);
    }

    /** How many of these requests go to which mailbox. */
    static Map<String, Integer> count(List<GraphRequest> requests) {
        Map<String, Integer> counts = new HashMap<>(2);
        for (GraphRequest request : requests) {
            String mailbox = of(request.url());
            if (mailbox != null) {
                counts.merge(mailbox, 1, Integer::sum);
            }
        }
        return counts;
    }
}
