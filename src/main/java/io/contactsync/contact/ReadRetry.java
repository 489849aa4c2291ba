package io.contactsync.contact;

import io.contactsync.core.Waiting;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.microsoftgraph.GraphRetryPolicy;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a reading is tried again, and when: the one rule of waiting, applied to requests that are harmless to
 * repeat.
 *
 * @param tries how often one page is asked for, 1 to 10
 */
public record ReadRetry(int tries) implements GraphRetryPolicy {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    public ReadRetry {
        if (tries < 1 || tries > 10) {
            throw new IllegalArgumentException("graph.read-tries must be 1..10 - was " + tries);
        }
    }

    @Override
    public Duration delayBefore(int retry, GraphException failure) {
        if (retry >= tries || !failure.retryable()) {
            return null;
        }
        Duration wait = Waiting.before(retry, failure.retryAfter(), ThreadLocalRandom.current().nextDouble());
        return wait.compareTo(LONGEST) > 0 ? null : wait;
    }
}
