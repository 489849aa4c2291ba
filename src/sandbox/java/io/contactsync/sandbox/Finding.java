package io.contactsync.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something a client of Graph must not do, and did.
 *
 * @param rule     which rule it breaks
 * @param sentence what happened, with ids and numbers
 */
public record Finding(Rule rule, String sentence) {

    /** What a client that shares mailboxes with people keeps to. */
    public enum Rule {
        /** Contacts without both marks are neither changed nor deleted, and none is made without them. */
        FOREIGN_CONTACT,
        /** One batch at a time per mailbox. */
        ONE_BATCH,
        /** At most so many requests at a time per mailbox. */
        CONCURRENCY,
        /** Nothing is asked again before Retry-After is over. */
        RETRY_AFTER,
        /** No hidden key twice in a mailbox. */
        KEY_TWICE
    }

    /**
     * For tests.
     *
     * @throws AssertionError naming all findings, if there are any
     */
    public static void requireNone(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.size() + " findings of the sandbox:" + findings.stream()
                    .map(each -> System.lineSeparator() + "  " + each.rule() + ": " + each.sentence())
                    .collect(Collectors.joining()));
        }
    }
}
