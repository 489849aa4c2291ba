package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers why mailboxes of a run did not come out as desired. Told by all mailboxes at once.
 *
 * <p>A mailbox that was written in part has the cause of its first change that was not done.
 */
final class Causes {

    private static final Comparator<Cause> MOST_FIRST = Comparator.comparing(Cause::status, Comparator.reverseOrder())
            .thenComparing(Cause::count, Comparator.reverseOrder()).thenComparing(Cause::text);

    private final Map<String, Trouble> trouble = new ConcurrentHashMap<>();
    private final Map<Kind, Found> found = new LinkedHashMap<>();

    /** Mailboxes that share a status and a text. */
    private record Kind(MailboxResult.Status status, String text) {
    }

    /** A change that was not done; the person is empty unless it was refused. */
    private record Trouble(String text, String person) {
    }

    /** What is kept of mailboxes of one kind. */
    private static final class Found {
        private final Set<String> mailboxes = new LinkedHashSet<>();
        private final Set<String> people = new LinkedHashSet<>();
        private int count;

        void add(String mailbox, String person) {
            count++;
            some(mailboxes, mailbox);
            some(people, person);
        }

        private static void some(Set<String> examples, String one) {
            if (examples.size() < Cause.EXAMPLES && !one.isEmpty()) {
                examples.add(one);
            }
        }

        Cause cause(Kind kind) {
            return new Cause(kind.status(), kind.text(), count, List.copyOf(mailboxes), List.copyOf(people));
        }
    }

    /**
     * What became of a change; only what was not done matters.
     *
     * @param person whom the contact is of; empty if that is not known
     */
    void came(String mailbox, Outcome outcome, String person) {
        switch (outcome.kind()) {
            case REJECTED -> trouble.putIfAbsent(mailbox, new Trouble("contacts were rejected: " + outcome.reason(), person));
            case UNKNOWN -> trouble.putIfAbsent(mailbox, new Trouble("creates are in doubt: " + outcome.reason(), ""));
            case DEFERRED, LEFT -> trouble.putIfAbsent(mailbox, new Trouble("changes are left for the next run: " + outcome.reason(), ""));
            default -> { }
        }
    }

    /** What a mailbox came to; answers its cause, which is empty if nothing kept it. */
    synchronized String ended(MailboxResult result) {
        Trouble first = trouble.remove(result.mailbox());
        if (result.status() == MailboxResult.Status.DONE) {
            return "";
        }
        Kind kind = new Kind(result.status(), first == null ? result.cause() : first.text());
        found.computeIfAbsent(kind, unknown -> new Found()).add(result.mailbox(), first == null ? "" : first.person());
        return kind.text();
    }

    /** All of them: failed ones first, the most frequent first. */
    synchronized List<Cause> list() {
        return found.entrySet().stream().map(entry -> entry.getValue().cause(entry.getKey())).sorted(MOST_FIRST).toList();
    }
}
