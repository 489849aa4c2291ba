package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.SetAside;

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
 * <p>A mailbox that was written in part has the cause of its first change that was not done, contacts that are refused
 * for what they hold aside.
 */
final class Causes {

    private static final Comparator<Cause> MOST_FIRST = Comparator.comparing(Cause::status, Comparator.reverseOrder())
            .thenComparing(Cause::count, Comparator.reverseOrder()).thenComparing(Cause::text);

    private final Map<String, Trouble> trouble = new ConcurrentHashMap<>();
    private final Map<Kind, Found> found = new LinkedHashMap<>();
    private int lacking;

    /** Mailboxes that share a status and a text. */
    private record Kind(MailboxResult.Status status, String text) {
    }

    /**
     * What was not done in a mailbox: the first of it, all people who were refused for that, and whether all was
     * content.
     */
    private static final class Trouble {
        private final Set<String> people = new LinkedHashSet<>();
        private String text;
        private boolean content = true;

        Trouble(String text) {
            this.text = text;
        }

        /** A contact that is refused for what it holds is no lack of a mailbox: anything else is the cause. */
        void add(String cause, String person, boolean ofContent) {
            if (content && !ofContent) {
                text = cause;
                people.clear();
            }
            content &= ofContent;
            if (text.equals(cause) && !person.isEmpty()) {
                people.add(person);
            }
        }
    }

    /** What is kept of mailboxes of one kind. */
    private static final class Found {
        private final Set<String> mailboxes = new LinkedHashSet<>();
        private final Set<String> people = new LinkedHashSet<>();
        private int count;

        void add(String mailbox, Set<String> refused) {
            count++;
            people.addAll(refused);
            if (mailboxes.size() < Cause.EXAMPLES) {
                mailboxes.add(mailbox);
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
            case REJECTED -> add(mailbox, "contacts were rejected: " + outcome.reason(), person,
                    SetAside.isOf(outcome));
            case UNKNOWN -> add(mailbox, "creates are in doubt: " + outcome.reason(),
                    SetAside.isOf(outcome) ? person : "", SetAside.isOf(outcome));
            case DEFERRED, LEFT -> add(mailbox, "changes are left for the next run: " + outcome.reason(), "", false);
            default -> { }
        }
    }

    /** A mailbox's changes are told one after the other. */
    private void add(String mailbox, String text, String person, boolean content) {
        trouble.computeIfAbsent(mailbox, unknown -> new Trouble(text)).add(text, person, content);
    }

    /** What a mailbox came to; answers its cause, which is empty if nothing kept it. */
    synchronized String ended(MailboxResult result) {
        Trouble first = trouble.remove(result.mailbox());
        if (result.status() == MailboxResult.Status.DONE) {
            return "";
        }
        boolean rejected = result.cause().equals(MailboxResults.REJECTED);
        boolean changes = first != null && result.status() != MailboxResult.Status.WAITS
                && (!first.content || rejected);
        Kind kind = new Kind(result.status(), changes ? first.text : result.cause());
        found.computeIfAbsent(kind, unknown -> new Found()).add(result.mailbox(), changes ? first.people : Set.of());
        lacking += changes && first.content && result.unchanged() > 0 ? 1 : 0;
        return kind.text();
    }

    /** Whether a mailbox is as desired, but for contacts whose content Graph refuses. */
    synchronized boolean isOnlyRefused() {
        return lacking > 0;
    }

    /** All of them: failed ones first, the most frequent first. */
    synchronized List<Cause> list() {
        return found.entrySet().stream().map(entry -> entry.getValue().cause(entry.getKey())).sorted(MOST_FIRST)
                .toList();
    }
}
