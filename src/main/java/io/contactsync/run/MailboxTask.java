package io.contactsync.run;

/**
 * What crosses to {@code sync-mailbox}: one mailbox of a run, and all that it needs to be decided on. It is a value
 * without journal, clock or lock, so that any route of this process may hand it on. It cannot leave the process: what
 * it names is too much to be sent with each mailbox, and the run's journal and lock stay where the run is.
 *
 * @param brief what it shares with all mailboxes of the run
 * @param mailbox the object id of the mailbox's owner
 * @param skip why it is skipped; null if it is not
 */
public record MailboxTask(Brief brief, String mailbox, String skip) {

    /** Whether there is nothing to do. */
    public boolean isSkipped() {
        return skip != null;
    }
}
