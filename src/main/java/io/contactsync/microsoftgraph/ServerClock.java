package io.contactsync.microsoftgraph;

import java.time.Instant;

/** The last Date that Graph sent, and when it came by a clock that nobody sets. May be used from any thread. */
final class ServerClock {

    /** A Date and when it came. */
    private record Told(Instant date, long nanos) { }

    private final Waiter waiter;
    private volatile Told told;

    ServerClock(Waiter waiter) {
        this.waiter = waiter;
    }

    /** Takes the Date of an answer; one without it, or of a proxy, says nothing. */
    void hear(WireAnswer answer) {
        Instant date = answer.sent() ? HttpDate.parse(answer.header("Date")) : null;
        if (date != null) {
            told = new Told(date, waiter.now());
        }
    }

    /** The time there now; null if it was never told. */
    Instant time() {
        Told last = told;
        return last == null ? null : last.date.plusNanos(waiter.now() - last.nanos);
    }
}
