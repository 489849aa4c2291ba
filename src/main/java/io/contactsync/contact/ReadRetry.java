package io.contactsync.contact;

import io.contactsync.core.RetryBudget.After;
import io.contactsync.core.Waiting;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.microsoftgraph.GraphRetryPolicy;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a reading is tried again, and when: the one rule of waiting, applied to requests that are harmless to
 * repeat. A run that is in progress is asked first, for all its calls share one budget of repetitions.
 */
public final class ReadRetry implements GraphRetryPolicy {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final int tries;
    private volatile RetryGrant grant = RetryGrant.ALWAYS;

    /** @param tries how often one page is asked for, 1 to 10 */
    public ReadRetry(int tries) {
        if (tries < 1 || tries > 10) {
            throw new IllegalArgumentException("graph.read-tries must be 1..10 - was " + tries);
        }
        this.tries = tries;
    }

    /** From now on that is asked before a reading is tried again. */
    public void ask(RetryGrant whom) {
        grant = whom;
    }

    @Override
    public Duration delayBefore(int retry, GraphException failure) {
        if (retry >= tries || !failure.retryable()) {
            return null;
        }
        Duration wait = Waiting.before(retry, failure.retryAfter(), ThreadLocalRandom.current().nextDouble());
        Duration least = wait.compareTo(LONGEST) > 0 ? null : grant.delay(after(failure));
        if (least == null || least.compareTo(LONGEST) > 0) {
            return null;
        }
        return least.compareTo(wait) > 0 ? least : wait;
    }

    private static After after(GraphException failure) {
        return failure.retryAfter() != null ? After.TOLD : failure.status() == 0 ? After.NO_ANSWER : After.ANSWER;
    }
}
