package io.contactsync.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock that shows so many milliseconds after an instant. */
public final class SetClock extends Clock {

    private final Instant from;
    private final LongSupplier millis;

    /** @param millis since then */
    public SetClock(Instant from, LongSupplier millis) {
        this.from = from;
        this.millis = millis;
    }

    @Override
    public Instant instant() {
        return from.plusMillis(millis.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
