package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;

/**
 * What a run came to in one mailbox, as people see it.
 *
 * @param mailbox the object id of its owner
 * @param name the owner's display name; empty if the directory tells none
 * @param address the owner's address; empty if the directory tells none
 * @param status in one word
 * @param reason why, where it is not simply done; may be empty
 * @param cause the same without ids and numbers: mailboxes with one cause are told together
 * @param tally changes by their end; in a plan, the changes planned
 * @param unchanged managed contacts that were as desired
 * @param started when its turn came, in milliseconds since the run began
 * @param millis how long it took
 */
public record MailboxLine(String mailbox, String name, String address, MailboxResult.Status status, String reason,
        String cause, Tally tally, int unchanged, long started, long millis) {

    /** What people call it: the address, else the name, else the id. */
    public String called() {
        return !address.isEmpty() ? address : name.isEmpty() ? mailbox : name;
    }

    /** It may stand on screens and in reports, but in no log: only its id and its counts are told. */
    @Override
    public String toString() {
        return "MailboxLine[mailbox=" + mailbox + ", status=" + status + ", tally=" + tally + ", unchanged=" + unchanged
                + "]";
    }
}
