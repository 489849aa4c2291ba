package io.contactsync.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The clock that a worker measures its leases by: it never goes back, and whatever time the machine has slept, or its
 * clock was put forward, has passed for it. So it may take a lease for over too early, and never too late.
 */
final class LeaseClock extends Clock {

    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant began;
    private final long from;
    private Duration ahead = Duration.ZERO;

    LeaseClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.began = wall.instant();
        this.from = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        Instant running = began.plusNanos(nanos.getAsLong() - from);
        Duration now = Duration.between(running, wall.instant());
        ahead = now.compareTo(ahead) > 0 ? now : ahead;
        return running.plus(ahead);
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
