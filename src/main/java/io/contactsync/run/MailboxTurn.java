package io.contactsync.run;

import io.contactsync.core.Acquaintance;
import io.contactsync.core.EarlyEnd;
import io.contactsync.microsoftgraph.GraphBatchResponse;

import java.time.Duration;
import java.util.Set;

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

    /**
     * Why nothing more of it is to be sent; null if something is. Beside the end of its run that is a lease that is
     * over: somebody else may have the mailbox by now.
     */
    EarlyEnd leaving() {
        EarlyEnd ofAll = run.leaving();
        return ofAll != null || run.record().maySend(Set.of(mailbox())) ? ofAll : EarlyEnd.STOPPED;
    }

    /** How many changes a batch may hold, by what the mailbox took before. */
    int fitting() {
        return run.time().graph().load().fitting(mailbox());
    }

    /** What all mailboxes of the run share. */
    Brief brief() {
        return task.brief();
    }
}
