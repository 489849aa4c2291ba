package io.contactsync.core;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run came to in one mailbox.
 *
 * @param mailbox the mailbox's object id
 * @param status in one word
 * @param reason why, where it is not simply done; may be empty
 * @param cause the same without ids and numbers: mailboxes with one cause are told together
 * @param tally changes by their end; in a dry run, the changes planned
 * @param unchanged managed contacts that were as desired
 * @param fault whose fault it is that not all was done
 */
public record MailboxResult(String mailbox, Status status, String reason, String cause, Tally tally, int unchanged,
        Fault fault) {

    public MailboxResult {
        Stream.of(mailbox, status, reason, cause, tally, fault).forEach(Objects::requireNonNull);
    }

    /** A result that says nothing of what is to come: only a mailbox that is done works for certain. */
    public MailboxResult(String mailbox, Status status, String reason, String cause, Tally tally, int unchanged) {
        this(mailbox, status, reason, cause, tally, unchanged,
                status == Status.DONE || status == Status.HELD ? Fault.NONE : Fault.ELSEWHERE);
    }

    /** A result whose reason is the same in every mailbox that it befalls. */
    public MailboxResult(String mailbox, Status status, String reason, Tally tally, int unchanged) {
        this(mailbox, status, reason, reason, tally, unchanged);
    }

    /** The same with whose fault it is. */
    public MailboxResult with(Fault whose) {
        return new MailboxResult(mailbox, status, reason, cause, tally, unchanged, whose);
    }

    /** In one word. */
    public enum Status {
        /** As desired, or made so. */
        DONE,
        /** Nothing to synchronise: there is no mailbox. */
        SKIPPED,
        /** Deletions wait for a human; the rest is done. */
        HELD,
        /** Nothing is wrong: creates wait until earlier ones have settled; the rest is done. */
        WAITS,
        /** Not all that was planned was done. */
        FAILED;

        /** The word in the journal and in metrics. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
