package io.contactsync.microsoftgraph;

/**
 * Pace as a calculation: so many requests a second, at most a tenth of a second's worth at once. Time (nanoseconds of a
 * monotonic clock) is an argument, nothing waits here. One thread at a time.
 * <p>
 * The state is one number, the moment at which the bucket will be full again (generic cell rate algorithm).
 * A take larger than the bucket goes through when the bucket is full and is paid off afterwards.
 */
final class TokenBucket {

    private static final long BURST = 100_000_000L;

    private final double whole;
    private volatile double interval;
    private long fullAt;

    TokenBucket(int requestsPerSecond, long now) {
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("Option requestsPerSecond must be 1 or more - was " + requestsPerSecond);
        }
        this.whole = 1_000_000_000d / requestsPerSecond;
        this.interval = whole;
        this.fullAt = now;
    }

    /** Only that part of the pace, more than 0 and at most 1. */
    void share(double part) {
        interval = whole / part;
    }

    /** Takes the permits and returns 0, or takes nothing and returns the nanoseconds until it is worth asking again. */
    long take(long now, int permits) {
        long cost = (long) Math.ceil(permits * interval);
        long debt = Math.max(0, fullAt - now);
        long wait = debt - (BURST - Math.min(cost, BURST));
        if (wait > 0) {
            return wait;
        }
        fullAt = now + debt + cost;
        return 0;
    }
}
