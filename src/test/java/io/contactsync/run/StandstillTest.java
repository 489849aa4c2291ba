package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is said of a run whose mailboxes nobody does. */
class StandstillTest {

    private final AtomicLong millis = new AtomicLong();
    private final SetClock clock = new SetClock(Instant.parse("2026-11-27T03:00:00Z"), millis::get);
    private final AtomicReference<String> broker = new AtomicReference<>("");
    private final Standstill standing = new Standstill(clock, least -> broker.get());

    private String after(int seconds) {
        millis.addAndGet(Duration.ofSeconds(seconds).toMillis());
        return standing.sentence(Standstill.SOON);
    }

    @Test
    void nothingIsSaidAsLongAsAWorkerIsHeard() {
        assertThat(after(9)).isEmpty();
        standing.heard();
        assertThat(after(9)).isEmpty();
        assertThat(after(4)).isEqualTo("no worker has been heard for 13 s");
        assertThat(standing.sentence(Duration.ofMinutes(1))).as("nobody is called yet").isEmpty();
    }

    @Test
    void nobodyHasAskedYet() {
        assertThat(after(12)).isEqualTo("no worker has asked for a mailbox yet");
        standing.refused("w1");
        assertThat(after(1)).isEqualTo("the worker w1 was refused: another version or configuration");
        standing.heard();
        assertThat(after(1)).as("another one does it").isEmpty();
    }

    @Test
    void theBrokerIsSaidFirst() {
        broker.set("the broker tcp://b is not reached for 1 s (refused)");
        assertThat(after(1)).isEqualTo(broker.get());
    }
}
