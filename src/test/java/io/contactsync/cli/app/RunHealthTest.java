package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.journal.JournalException;
import io.contactsync.run.LastRun;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Where several nodes share an installation, a run that failed on one of them need not be the last word. */
class RunHealthTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final LastRun FAILED = new LastRun(NOON, 1, "the lock is another's");

    @Test
    void aNodeThatFailedIsWellOnceAnotherHasGoneOn() {
        assertThat(RunHealth.latest(FAILED, since -> false)).isEqualTo(FAILED);
        assertThat(RunHealth.latest(FAILED, since -> since.equals(NOON))).isNull();
        assertThat(RunHealth.latest(new LastRun(NOON, 0, ""), since -> true)).isNotNull();
        assertThat(RunHealth.latest(null, since -> true)).isNull();
    }

    @Test
    void aDatabaseThatIsAwayExcusesNothing() {
        assertThat(RunHealth.latest(FAILED, since -> {
            throw new JournalException("away", new IOException("gone"));
        })).isEqualTo(FAILED);
    }
}
