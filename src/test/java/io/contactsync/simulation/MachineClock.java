package io.contactsync.simulation;

import io.contactsync.journal.TimeScale;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The machine's clock, which somebody may set; Graph's stays as it is. */
final class MachineClock {

    private final World world;
    private final boolean trusted;
    /**
     * What it shows more than Graph's, and what it showed more when this run began: that much more the run's own clock
     * shows.
     */
    private long skew;
    private long skewAtBegin;

    MachineClock(World world, EngineVariant variant) {
        this.world = world;
        this.trusted = variant == EngineVariant.WALL_CLOCK_AGES;
    }

    void perhapsJumps(SimulatedJournal journal) {
        if (!world.calm && world.dice.chance(world.weather.clockJumps())) {
            skew = world.dice.of(List.of(-172_800_000L, -3_600_000L, 0L, 3_600_000L, 172_800_000L));
            world.note("the machine's clock shows " + skew / 1000 + " s more than Graph's");
            journal.skew(skew);
        }
    }

    /** A run begins. */
    void begin(SimulatedJournal journal) {
        skewAtBegin = skew;
        journal.begin(trusted ? null : Duration.ofMillis(-skewAtBegin));
    }

    long now() {
        return world.now() + skew;
    }

    /** What this run dates its lines by. */
    long own() {
        return world.now() + (trusted ? skew : skewAtBegin);
    }

    TimeScale scale() {
        return new TimeScale(Instant.ofEpochMilli(own()), trusted ? null : Instant.ofEpochMilli(world.now()));
    }
}
