package io.contactsync.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The machine's clock, which somebody may set; Graph's, and the one that counts nanoseconds, stay as they are. */
final class MachineClock extends Clock {

    private static final long HOUR = 3_600_000;

    private final World world;
    private long skew;

    MachineClock(World world) {
        this.world = world;
    }

    void perhapsJumps() {
        if (world.isBad(world.weather.clockJumps())) {
            skew = world.dice.of(List.of(-48 * HOUR, -HOUR, 0L, HOUR, 48 * HOUR));
            world.note("the machine's clock shows " + skew / 1000 + " s more than Graph's");
        }
    }

    @Override
    public long millis() {
        return world.now() + skew;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(world.now());
    }

    /** As Graph tells it, to the second. */
    Instant graph() {
        return Instant.ofEpochSecond(world.now() / 1_000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
