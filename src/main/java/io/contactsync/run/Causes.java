package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers why mailboxes of a run did not come out as desired. Told by all mailboxes at once.
 *
 * <p>A mailbox that was written in part has the cause of its first change that was not done.
 */
final class Causes {

    private static final Comparator<Cause> MOST_FIRST = Comparator.comparing(Cause::status, Comparator.reverseOrder())
            .thenComparing(Cause::count, Comparator.reverseOrder()).thenComparing(Cause::text);

    /** Mailboxes that share a status and a text. */
    private record Kind(MailboxResult.Status status, String text) {
    }

    private final Map<String, String> trouble = new ConcurrentHashMap<>();
    private final Map<Kind, List<String>> mailboxes = new LinkedHashMap<>();
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();

    /** What became of a change; only what was not done matters. */
    void came(String mailbox, Outcome outcome) {
        switch (outcome.kind()) {
            case REJECTED -> trouble.putIfAbsent(mailbox, "contacts were rejected: " + outcome.reason());
            case UNKNOWN -> trouble.putIfAbsent(mailbox, "creates are in doubt: " + outcome.reason());
            case DEFERRED, LEFT -> trouble.putIfAbsent(mailbox, "changes are left for the next run: " + outcome.reason());
            default -> { }
        }
    }

    /** What a mailbox came to; answers its cause, which is empty if nothing kept it. */
    synchronized String ended(MailboxResult result) {
        String first = trouble.remove(result.mailbox());
        if (result.status() == MailboxResult.Status.DONE) {
            return "";
        }
        Kind kind = new Kind(result.status(), first == null ? result.cause() : first);
        List<String> examples = mailboxes.computeIfAbsent(kind, unknown -> new ArrayList<>(Cause.EXAMPLES));
        if (examples.size() < Cause.EXAMPLES) {
            examples.add(result.mailbox());
        }
        counts.merge(kind, 1, Integer::sum);
        return kind.text();
    }

    /** All of them: failed ones first, the most frequent first. */
    synchronized List<Cause> list() {
        return counts.entrySet().stream().map(entry -> new Cause(entry.getKey().status(), entry.getKey().text(), entry.getValue(),
                mailboxes.get(entry.getKey()))).sorted(MOST_FIRST).toList();
    }
}
