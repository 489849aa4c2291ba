package io.contactsync.cluster;

import io.contactsync.journal.JournalException;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long a turn is surely this node's, by its own clocks: the one that nobody sets may stand still while the machine
 * sleeps, the other may be set, so the longer time counts. The database's time ends later.
 */
final class Lease {

    private final String node;
    private final int seconds;
    private final LongSupplier nanos;
    private final LongSupplier wall;
    private volatile long token;
    private volatile Held held;
    private volatile boolean lost;

    /** By both clocks. */
    private record Held(long nanos, long millis) {
    }

    /**
     * Nothing is held yet.
     *
     * @param seconds how long a turn lasts
     * @param nanos a clock that nobody sets
     * @param wall the machine's clock, in milliseconds
     */
    Lease(String node, int seconds, LongSupplier nanos, LongSupplier wall) {
        this.node = node;
        this.seconds = seconds;
        this.nanos = nanos;
        this.wall = wall;
    }

    String node() {
        return node;
    }

    long token() {
        return token;
    }

    /** A moment, to be told when the database has answered. */
    long now() {
        return nanos.getAsLong();
    }

    /** It was taken, by that number, after that moment. */
    void taken(long number, long from) {
        token = number;
        held(from);
    }

    /** It was held in the database after that moment. */
    void held(long from) {
        held = new Held(from, wall.getAsLong() - TimeUnit.NANOSECONDS.toMillis(now() - from));
    }

    /** It is another node's. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    boolean isRunning() {
        Held last = held;
        long passed = Math.max(TimeUnit.NANOSECONDS.toMillis(now() - last.nanos), wall.getAsLong() - last.millis);
        return !lost && passed < TimeUnit.SECONDS.toMillis(seconds);
    }

    /** @throws JournalException unless it is running */
    void require() {
        if (lost) {
            throw new JournalException("another node has taken over since: the node '" + node + "' sends nothing more");
        }
        if (!isRunning()) {
            throw new JournalException("the turn of the node '" + node + "' was not held for " + seconds
                    + " seconds, and another node may have it: nothing more is sent");
        }
    }
}
