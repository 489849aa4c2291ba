package io.contactsync.microsoftgraph;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which mailboxes of a batch wait as a whole after its answer, and how long: a refused request waits alone, and whoever
 * sent it keeps that wait.
 *
 * <pre>
 *  told                                             | who waits
 * --------------------------------------------------+---------------------------------------
 *  by the envelope, or by a part that is nobody's   | every mailbox of the batch
 *  to more than half of a mailbox's requests        | that mailbox, the longest of these waits
 *  with a code that names the mailbox               | that mailbox
 *  longer than anybody waits in line                | that mailbox
 *  to a request whose outcome is in doubt           | that mailbox, for nobody keeps the wait
 *  to any other request                             | that request alone
 * </pre>
 */
final class MailboxWaits {

    /**
     * Codes that speak of the mailbox, not of the request. ApplicationThrottled is none: one request too many at a time
     * says nothing of the next.
     */
    private static final Set<String> OF_MAILBOX =
            Set.of("ErrorMailboxMoveInProgress", "ErrorMailboxStoreUnavailable");

    private final BatchReading reading;
    private final Duration longest;
    private final Map<String, Integer> requests;
    private final Map<String, Integer> refused = new HashMap<>(2);
    private final Map<String, Duration> told = new HashMap<>(2);
    private final Map<String, Duration> waits = new HashMap<>(2);

    private MailboxWaits(BatchReading reading, List<GraphRequest> batch, Duration longest) {
        this.reading = reading;
        this.longest = longest;
        this.requests = MailboxPaths.count(batch);
        batch.forEach(request -> MailboxPaths.once(request.url()).keySet()
                .forEach(mailbox -> read(mailbox, request.id())));
        requests.keySet().forEach(mailbox -> {
            wait(mailbox, reading.waitOfAll());
            if (refused.getOrDefault(mailbox, 0) * 2 > requests.get(mailbox)) {
                wait(mailbox, told.get(mailbox));
            }
        });
    }

    /**
     * The waits by mailbox; those that do not wait are left out.
     *
     * @param longest nobody waits longer in line
     */
    static Map<String, Duration> of(BatchReading reading, List<GraphRequest> batch, Duration longest) {
        return reading.retryAfter() == null ? Map.of() : new MailboxWaits(reading, batch, longest).waits;
    }

    private void read(String mailbox, String id) {
        GraphItemResponse item = reading.items().get(id);
        Duration wait = reading.waits().get(id);
        if (wait != null || item != null && (item.status() == 429 || item.status() == 503)) {
            refused.merge(mailbox, 1, Integer::sum);
        }
        if (wait != null) {
            told.merge(mailbox, wait, BatchReading::longer);
            boolean alone = item != null && (item.code() == null || !OF_MAILBOX.contains(item.code()))
                    && wait.compareTo(longest) <= 0;
            wait(mailbox, alone ? null : wait);
        }
    }

    private void wait(String mailbox, Duration wait) {
        if (wait != null) {
            waits.merge(mailbox, wait, BatchReading::longer);
        }
    }
}
