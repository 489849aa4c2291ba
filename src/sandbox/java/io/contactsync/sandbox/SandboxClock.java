package io.contactsync.sandbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The one clock of a sandbox: the machine's, put forward by as much as tests let pass. May be used from any thread. */
final class SandboxClock {
    private final AtomicLong ahead = new AtomicLong();

    /** Seconds since 1970. */
    long seconds() {
        return (System.currentTimeMillis() + ahead.get() / 1_000_000) / 1000;
    }

    /** Nanoseconds since whenever; only differences mean something. */
    long nanos() {
        return System.nanoTime() + ahead.get();
    }

    void letPass(Duration time) {
        ahead.addAndGet(time.toNanos());
    }
}
