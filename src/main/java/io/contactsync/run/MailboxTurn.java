package io.contactsync.run;

import io.contactsync.core.Acquaintance;
import io.contactsync.microsoftgraph.GraphBatchResponse;

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

    /** What is known of the mailbox, and learned in its turn. */
    Acquaintance acquaintance() {
        return run.tidings().acquaintances().of(mailbox(), brief().drift(), run.begun().at());
    }

    /** Graph has told the mailbox to wait; null = it has not. */
    void told(Duration pause) {
        run.tidings().quarantine().told(mailbox(), pause, run.time().now());
    }

    /** Graph has answered a batch: who was told to wait does, and the next run waits for all of it. */
    void told(GraphBatchResponse response) {
        told(response.retryAfter());
        run.tidings().quarantine().toldOne(mailbox(), response.longestWait(), run.time().now());
    }

    /** How long it is still to wait for that. */
    Duration pause() {
        return run.tidings().quarantine().pause(mailbox(), run.time().now());
    }

    /** What all mailboxes of the run share. */
    Brief brief() {
        return task.brief();
    }
}
