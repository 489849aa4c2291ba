package io.contactsync.run;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.Sights;
import io.contactsync.contact.TouchedContacts;
import io.contactsync.core.Reread;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads contacts that were touched, before a mailbox's plan holds: the bean behind {@code settle-plan}. */
public final class Rereading {

    /** A wait is taken in slices, so that a stop is noticed. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final TouchedContacts touched;

    /**
     * Wired from the configuration.
     *
     * @param category the name of our category
     */
    public Rereading(String category) {
        this.touched = new TouchedContacts(new Sights(new CurrentContactReader(category)));
    }

    /**
     * Whether contacts are still to be read; after a stop none is. Camel's loop asks after a failure too, with whatever
     * the body was.
     */
    public boolean isRunning(Object body) {
        if (!(body instanceof MailboxPlan planned) || planned.reread() == null) {
            return false;
        }
        if (planned.turn().run().isEnding()) {
            planned.reread().stop();
        }
        return planned.reread().isRunning();
    }

    /** How long to wait now, in milliseconds; at most a second, then it is asked again. */
    public long waitMillis(MailboxPlan planned) {
        return Math.min(SLICE.toMillis(), planned.reread().waitFrom(now(planned)).toMillis());
    }

    /** Whether the wait is over. */
    public boolean isDue(MailboxPlan planned) {
        return planned.reread().waitFrom(now(planned)).isZero();
    }

    private static Instant now(MailboxPlan planned) {
        return planned.turn().run().time().clock().instant();
    }

    /** What is to be read now, as Graph's requests. */
    public List<GraphRequest> requests(MailboxPlan planned) {
        return touched.requests(planned.mailbox(), planned.reread().portion(), planned.turn().brief()::content);
    }

    /** It was read. */
    public MailboxPlan read(MailboxPlan planned, GraphBatchResponse response) {
        Reread reread = planned.reread();
        Brief brief = planned.turn().brief();
        planned.turn().told(response.retryAfter());
        reread.came(touched.of(reread.portion(), response, brief::content, brief.policy()), now(planned),
                planned.turn().run().time().chance());
        return planned;
    }
}
