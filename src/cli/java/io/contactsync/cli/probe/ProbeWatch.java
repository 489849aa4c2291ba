package io.contactsync.cli.probe;

import io.contactsync.probe.Watch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The machine's clock. */
final class ProbeWatch implements Watch {

    @Override
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", ended);
        }
    }
}
