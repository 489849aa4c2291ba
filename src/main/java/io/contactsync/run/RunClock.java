package io.contactsync.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The clock of one run: the machine's time at its begin, and from then on what has passed by a clock that nobody sets.
 * The machine's own clock may be put forward or back meanwhile. A machine that sleeps does not count that time; it is
 * added as soon as Graph's time and the machine's both show it.
 */
final class RunClock extends Clock {

    private static final Duration NOTICED = Duration.ofSeconds(10);

    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant began;
    private final long from;
    private volatile Duration slept = Duration.ZERO;
    private Duration excused = Duration.ZERO;

    RunClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.began = wall.instant();
        this.from = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return began.plusNanos(nanos.getAsLong() - from).plus(slept);
    }

    /**
     * Graph says that it is that time, on this clock's scale: what both it and the machine's clock are ahead of this
     * one by was slept. All mailboxes say so at once; it is added once.
     */
    synchronized void hear(Instant graph) {
        Instant now = instant();
        Instant machine = wall.instant();
        Instant earlier = graph.isBefore(machine) ? graph : machine;
        Duration missing = Duration.between(now, earlier);
        if (missing.compareTo(NOTICED) > 0) {
            slept = slept.plus(missing);
        }
    }

    /**
     * Whether the machine's clock has gone ahead of this one since that was excused: the machine has slept, or its
     * clock was put forward.
     */
    synchronized boolean isDoubtful() {
        Duration ahead = Duration.between(instant(), wall.instant());
        excused = ahead.compareTo(excused) < 0 ? ahead : excused;
        return ahead.minus(excused).compareTo(NOTICED) > 0;
    }

    /** What it is ahead by now was not slept. */
    synchronized void excuse() {
        excused = Duration.between(instant(), wall.instant());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Nobody needs it in another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a run has one clock");
    }
}
