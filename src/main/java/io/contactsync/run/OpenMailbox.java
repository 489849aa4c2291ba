package io.contactsync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mailbox that has begun and is not through yet: written by the thread that carries it out, read by whoever watches.
 */
final class OpenMailbox {

    private static final int NOT_PLANNED = -1;
    /** After that long, what a mailbox did so far tells how fast it is. */
    private static final Duration TELLING = Duration.ofSeconds(10);

    private final String id;
    private final Instant began;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int planned = NOT_PLANNED;
    private volatile Instant writing;
    private volatile Instant until = Instant.MIN;

    OpenMailbox(String id, Instant began) {
        this.id = id;
        this.began = began;
    }

    String id() {
        return id;
    }

    void plan(int changes, Instant now) {
        writing = now;
        planned = changes;
    }

    boolean isPlanned() {
        return planned != NOT_PLANNED;
    }

    void come(int changes) {
        done.addAndGet(changes);
    }

    void waitUntil(Instant instant) {
        until = instant;
    }

    /** Changes whose end is not known. */
    int rest() {
        return Math.max(0, planned - done.get());
    }

    Duration age(Instant now) {
        return Duration.between(began, now);
    }

    /** How long it has to wait still. */
    Duration told(Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** How long it needs if it goes on as it did; only what it is told to wait as long as that cannot be said. */
    Duration left(Instant now) {
        Duration spent = isPlanned() ? Duration.between(writing, now) : Duration.ZERO;
        int did = done.get();
        double each = did == 0 || spent.compareTo(TELLING) < 0 ? 0 : spent.toMillis() / (double) did;
        return told(now).plusMillis((long) (each * rest()));
    }

    /** Share that is done, in percent; -1 as long as it is being read. */
    int percent() {
        return !isPlanned() ? -1 : planned == 0 ? 100 : Math.min(100, done.get() * 100 / planned);
    }
}
