package io.contactsync.run;

import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Instant;
import java.util.List;

/** Reads contacts that have to be known before a mailbox's plan holds: the bean behind {@code read-contacts}. */
public final class ContactReading {

    /**
     * Whether contacts are still to be read. Camel's loop asks after a failure too, and then with whatever the body
     * was: another failure here would hide it.
     */
    public boolean isRunning(Object body) {
        return body instanceof MailboxPlan planned && planned.unread().portions().isRunning();
    }

    /** Asks whether the next portion may leave: if not, it waits; after a stop, or one repetition too many, none is. */
    public MailboxPlan next(MailboxPlan planned) {
        Unread<?> unread = planned.unread();
        MailboxTurn turn = planned.turn();
        if (turn.leaving() != null) {
            return planned.with(unread.stopped());
        }
        Instant waitUntil = unread.portions().waitUntil();
        if (waitUntil != null && waitUntil.isAfter(now(turn))) {
            return planned;
        }
        Instant notBefore = Calm.notBefore(turn, unread.portions().isRepeated());
        return planned.with(notBefore == null ? unread.stopped()
                : unread.until(notBefore.isAfter(now(turn)) ? notBefore : null));
    }

    private static Instant now(MailboxTurn turn) {
        return turn.run().time().clock().instant();
    }

    /** Whether the next portion may leave. */
    public boolean isDue(MailboxPlan planned) {
        return isRunning(planned) && planned.unread().portions().waitUntil() == null;
    }

    /** How long to wait now, in milliseconds; at most a second, then it is asked again. */
    public long waitMillis(MailboxPlan planned) {
        return Calm.slice(planned.turn(), planned.unread().portions().waitUntil());
    }

    /** The next portion as Graph's requests. */
    public List<GraphRequest> requests(MailboxPlan planned) {
        return planned.unread().requests();
    }

    /** Graph has answered it. */
    public MailboxPlan answered(MailboxPlan planned, GraphBatchResponse response) {
        MailboxTurn turn = planned.turn();
        turn.told(response);
        return planned.with(planned.unread().answered(response, turn.brief().rules().longestWait(), now(turn),
                turn.run().time().chance()));
    }
}
