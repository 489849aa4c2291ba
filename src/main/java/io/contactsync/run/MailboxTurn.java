package io.contactsync.run;

import java.time.Duration;

/**
 * A mailbox whose turn has come: what is to be done, and the run in progress here, whose journal and clock it uses.
 *
 * @param task the mailbox
 * @param run the few things of its run that live
 */
public record MailboxTurn(MailboxTask task, Run run) {

    /** The object id of the mailbox's owner. */
    public String mailbox() {
        return task.mailbox();
    }

    /** Graph has told the mailbox to wait; null = it has not. */
    void told(Duration pause) {
        run.tidings().quarantine().told(mailbox(), pause, run.time().now());
    }

    /** What all mailboxes of the run share. */
    Brief brief() {
        return task.brief();
    }
}
