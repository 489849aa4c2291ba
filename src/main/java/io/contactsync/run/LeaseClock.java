package io.contactsync.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The clock that a worker measures its leases by: it never goes back, and whatever time the machine has slept, or its
 * clock was put forward, has passed for it, between any two looks at it. So it may take a lease for over too early.
 */
final class LeaseClock extends Clock {

    private final Clock wall;
    private final LongSupplier nanos;
    private Instant shown;
    private long ran;
    private Instant now;

    LeaseClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.shown = wall.instant();
        this.ran = nanos.getAsLong();
        this.now = shown;
    }

    @Override
    public synchronized Instant instant() {
        Instant shows = wall.instant();
        long runs = nanos.getAsLong();
        Duration ofWall = Duration.between(shown, shows);
        Duration ofMachine = Duration.ofNanos(Math.max(0, runs - ran));
        now = now.plus(ofWall.compareTo(ofMachine) > 0 ? ofWall : ofMachine);
        shown = shows;
        ran = runs;
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Nobody needs it in another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a worker has one clock");
    }
}
