package io.contactsync.run;

import io.contactsync.core.MailboxResult;

import java.time.Instant;

/**
 * A mailbox that is for workers: from its first offer until it has a result.
 *
 * <p>{@code result} is null as long as it is on its way; {@code known} is what is remembered of the mailbox.
 */
final class MailboxHandover {

    private final MailboxTurn turn;
    private byte[] known;
    private Instant offered = Instant.MIN;
    private Instant told = Instant.MIN;
    private MailboxResult result;

    MailboxHandover(MailboxTurn turn, byte[] known) {
        this.turn = turn;
        this.known = known;
    }

    MailboxTurn turn() {
        return turn;
    }

    String mailbox() {
        return turn.mailbox();
    }

    synchronized byte[] known() {
        return known;
    }

    /** When it was offered last. */
    synchronized Instant offered() {
        return offered;
    }

    synchronized void offered(Instant now) {
        offered = now;
    }

    /** When the journal was told last who has it. */
    synchronized Instant told() {
        return told;
    }

    synchronized void told(Instant now) {
        told = now;
    }

    synchronized MailboxResult result() {
        return result;
    }

    /** It has come to its end, once. */
    synchronized void end(MailboxResult last) {
        result = result == null ? last : result;
        known = new byte[0];
        notifyAll();
    }

    /** Waits until it has, but not longer than that. */
    synchronized void await(long millis) throws InterruptedException {
        if (result == null) {
            wait(millis);
        }
    }
}
