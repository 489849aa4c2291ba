package io.contactsync.run;

import io.contactsync.core.MailboxResult;

import java.util.List;

/**
 * Why mailboxes failed or were skipped: one cause, however many mailboxes it has.
 *
 * @param status failed or skipped
 * @param words what it is: status and code of Graph, and our own words; no id of a request or mailbox, no name, no numbers of contacts
 * @param count mailboxes
 * @param mailboxes the first two of them by their ids
 */
public record Cause(MailboxResult.Status status, String words, int count, List<String> mailboxes) {

    /** The cause with its count, without naming a mailbox. */
    public String sentence() {
        return count + (count == 1 ? " mailbox " : " mailboxes ") + status.word() + ": " + words;
    }
}
