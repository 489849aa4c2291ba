package io.contactsync.run;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.PresentContacts;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The steps in which contacts are read before their mailbox's plan holds, as the routes take them: the bean behind
 * {@code ask-contacts}.
 */
public final class Asks {

    /** A wait is taken in slices, so that a stop is noticed. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final PresentContacts present;

    /**
     * Wired from the configuration.
     *
     * @param category the name of our category
     */
    public Asks(String category) {
        this.present = new PresentContacts(new CurrentContactReader(category));
    }

    private static Instant now(MailboxPlan planned) {
        return planned.turn().run().time().clock().instant();
    }

    /** Whether any is to be read, or waited for; none is after a stop. */
    public boolean isOpen(MailboxPlan planned) {
        return planned.asking().isOpen(now(planned)) && !planned.turn().run().isEnding();
    }

    /** Whether they may be asked for now. */
    public boolean isDue(MailboxPlan planned) {
        return planned.asking().isDue(now(planned));
    }

    /** How long to wait before that, in milliseconds; at most a second, then it is asked again. */
    public long waitMillis(MailboxPlan planned) {
        long wait = isDue(planned) ? 0 : Duration.between(now(planned), planned.asking().until()).toMillis();
        return Math.max(0, Math.min(SLICE.toMillis(), wait));
    }

    /** The next portion as Graph's requests. */
    public List<GraphRequest> requests(MailboxPlan planned) {
        return present.requests(planned.mailbox(), planned.asking().portion());
    }

    /** Graph has answered; once nothing is left to be read, the plan is the one that holds. */
    public MailboxPlan answered(MailboxPlan planned, GraphBatchResponse response) {
        List<String> asked = planned.asking().portion();
        MailboxPlan next = planned.asking(planned.asking().answered(present.answers(asked.size(), response),
                present.found(asked, response), response.retryAfter(), now(planned),
                planned.turn().run().time().chance()));
        MailboxTurn turn = planned.turn();
        return next.asking().open().isEmpty()
                ? next.with(turn.brief().planning().settle(turn, next.plan(), next.asking().seen())) : next;
    }
}
