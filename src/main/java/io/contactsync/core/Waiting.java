package io.contactsync.core;

import java.time.Duration;

/**
 * How long to wait before something is tried again: a calculation, only routes and the component wait.
 *
 * <p>Told by Retry-After: never less than told, plus up to 10 % (at least up to 250 ms) so that mailboxes do not come
 * back at the same instant. Not told: 1 s doubled with every try, at most 60 s, with jitter, never less than half
 * (https://learn.microsoft.com/graph/throttling: exponential back-off where Retry-After is absent).
 */
public final class Waiting {

    private static final long FIRST_MILLIS = 1_000;
    private static final long MOST_MILLIS = 60_000;
    private static final long LEAST_SPREAD_MILLIS = 250;

    private Waiting() {
    }

    /**
     * The wait before the next try.
     *
     * @param tries how often it has been tried, from 1
     * @param told what Retry-After said; null if nothing usable
     * @param random 0 (inclusive) to 1 (exclusive)
     */
    public static Duration before(int tries, Duration told, double random) {
        if (told != null) {
            return told.plusMillis((long) (random * Math.max(LEAST_SPREAD_MILLIS, told.toMillis() / 10)));
        }
        long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(tries - 1, 16));
        return Duration.ofMillis(most / 2 + (long) (random * (most - most / 2)));
    }
}
