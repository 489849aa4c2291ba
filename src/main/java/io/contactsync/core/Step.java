package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a mailbox's dispatch does next: {@code (state, event, now) -> (state, commands)}.
 *
 * @param state the dispatch afterwards
 * @param outcomes to be recorded now, before anything else happens
 * @param send the batch to send; null if none
 * @param waitUntil when to come back; null if there is no need to wait
 */
public record Step(Dispatch state, List<Outcome> outcomes, Batch send, Instant waitUntil) {

    /** Whether there is a batch to send. */
    public boolean isSending() {
        return send != null;
    }

    /** Whether something is left to do. */
    public boolean isRunning() {
        return send != null || waitUntil != null;
    }

    /** How long to wait; zero if there is no need. */
    public Duration waitFrom(Instant now) {
        return waitUntil == null || waitUntil.isBefore(now) ? Duration.ZERO : Duration.between(now, waitUntil);
    }
}
