package io.contactsync.run;

import java.io.Serializable;

/**
 * What crosses to {@code sync-mailbox}: plain data, so that it may travel over a message broker.
 *
 * @param run the run's id
 * @param mailbox the object id of the mailbox's owner
 * @param skip why it is skipped; null if it is not
 */
public record MailboxTask(String run, String mailbox, String skip) implements Serializable {

    /** Whether there is nothing to do. */
    public boolean isSkipped() {
        return skip != null;
    }
}
