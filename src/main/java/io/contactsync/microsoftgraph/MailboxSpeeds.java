package io.contactsync.microsoftgraph;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long mailboxes take for a request, by the answers that came last, and what follows from it: Graph serves four
 * requests of a batch at a time, so that a batch takes as long as its waves of four.
 *
 * <pre>
 *  a request takes | a batch holds | its limit, of 100 s usually
 * -----------------+---------------+----------------------------
 *  13 s or less    | 20            | 130 s at most
 *  15 s            | 16            | 120 s
 *  30 s            | 8             | 120 s
 *  60 s            | 4             | 120 s
 *  more than 66 s  | 1             | twice as long as that, 300 s at most
 * </pre>
 *
 * @see <a href="https://learn.microsoft.com/answers/questions/1660054">four requests at a time to the Outlook
 * service</a>
 */
final class MailboxSpeeds {

    private static final int AT_A_TIME = 4;
    private static final int LONGER = 2;
    private static final int LONGEST = 3;
    private static final long NANOS = 1_000_000;

    private final Map<String, Long> nanos = new ConcurrentHashMap<>();

    static int waves(int requests) {
        return (requests + AT_A_TIME - 1) / AT_A_TIME;
    }

    /** A call has taken so long; one to several mailboxes, or to none, tells nothing. What is slower counts at once. */
    void took(Map<String, Integer> mailboxes, long time) {
        if (mailboxes.size() == 1) {
            Map.Entry<String, Integer> only = mailboxes.entrySet().iterator().next();
            nanos.merge(only.getKey(), time / waves(only.getValue()),
                    (known, seen) -> seen > known ? seen : (known + seen) / 2);
        }
    }

    /** How long a call may take: as usual, or twice as long as it would by what the mailbox took before. */
    long limitMillis(Map<String, Integer> mailboxes, long usualMillis) {
        if (mailboxes.size() != 1) {
            return usualMillis;
        }
        Map.Entry<String, Integer> only = mailboxes.entrySet().iterator().next();
        long expected = nanos.getOrDefault(only.getKey(), 0L) * waves(only.getValue()) / NANOS;
        return Math.max(usualMillis, Math.min(LONGEST * usualMillis, LONGER * expected));
    }

    /** How many requests to a mailbox a batch may hold so that they are answered in two thirds of its usual limit. */
    int fitting(String mailbox, long usualMillis) {
        long each = Math.max(1, nanos.getOrDefault(mailbox.toLowerCase(Locale.ROOT), 0L));
        long waves = usualMillis * NANOS * 2 / 3 / each;
        return waves < 1 ? 1 : (int) Math.min(GraphRequest.MOST_IN_BATCH, waves * AT_A_TIME);
    }
}
