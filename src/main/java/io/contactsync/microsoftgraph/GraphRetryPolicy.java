package io.contactsync.microsoftgraph;

import java.time.Duration;

/**
 * Decides whether and when a read (GET, page of a list) is tried again. A pure function: the component does the
 * waiting.
 */
@FunctionalInterface
public interface GraphRetryPolicy {

    /**
     * @param retry   1 before the first repetition, 2 before the second, ...
     * @param failure what went wrong; see {@link GraphException#retryable()} and {@link GraphException#retryAfter()}
     * @return how long to wait before the repetition, or null to give up
     */
    Duration delayBefore(int retry, GraphException failure);
}
