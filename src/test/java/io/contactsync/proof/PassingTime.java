package io.contactsync.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The machine's time, put forward by every wait instead of waiting, for all that ask this one. Whoever has a clock of
 * their own, such as the sandbox, is told.
 */
public final class PassingTime extends Clock {

    /** The one that the beans of a {@link ProofBench} are wired with. */
    public static final PassingTime ONE = new PassingTime();

    private final AtomicLong ahead = new AtomicLong();
    private volatile Consumer<Duration> told = passed -> { };

    private PassingTime() {
    }

    /** Tells of all time that passes from now on. */
    void tell(Consumer<Duration> whom) {
        told = whom;
    }

    public void pass(Duration time) {
        ahead.addAndGet(time.toNanos());
        told.accept(time);
    }

    /** A wait of a route. */
    public void pass(long millis) {
        pass(Duration.ofMillis(millis));
    }

    /** Monotonic time in nanoseconds. */
    public long nanos() {
        return System.nanoTime() + ahead.get();
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plusNanos(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("there is one clock");
    }
}
