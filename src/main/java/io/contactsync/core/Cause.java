package io.contactsync.core;

import java.util.List;

/**
 * Why mailboxes did not come out as desired: one cause, however many of them it befell. The counts of all causes of a
 * run add up to its mailboxes that were skipped, held or failed.
 *
 * @param status what those mailboxes came to
 * @param text the cause, without ids and numbers
 * @param count how many mailboxes
 * @param first object ids of the first {@value #EXAMPLES} of them
 * @param people display names of all whose contacts were refused; for screens and reports, not for a log
 */
public record Cause(MailboxResult.Status status, String text, int count, List<String> first, List<String> people) {

    /** How many mailboxes are named. */
    public static final int EXAMPLES = 2;

    public Cause {
        first = List.copyOf(first);
        people = people == null ? List.of() : List.copyOf(people);
    }

    /** One that is about no contact. */
    public Cause(MailboxResult.Status status, String text, int count, List<String> first) {
        this(status, text, count, first, List.of());
    }

    /** It may stand on screens and in reports, but in no log: whom it is about is not told. */
    @Override
    public String toString() {
        return "Cause[" + sentence() + ", first=" + first + "]";
    }

    /** The cause with its count, without naming a mailbox. */
    public String sentence() {
        return count + (count == 1 ? " mailbox " : " mailboxes ") + status.word() + ": " + text;
    }
}
