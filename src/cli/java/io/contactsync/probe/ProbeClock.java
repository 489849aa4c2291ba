package io.contactsync.probe;

import java.time.Duration;

/** Time, and letting it pass. */
public interface ProbeClock {

    /** Milliseconds of a clock that only runs forward. */
    long millis();

    void pause(Duration time);
}
