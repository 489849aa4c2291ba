package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A lease may be over too early, and never too late. */
class LeaseClockTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong millis = new AtomicLong(NOON.toEpochMilli());
    private final LeaseClock clock = new LeaseClock(new SetClock(Instant.EPOCH, millis::get), nanos::get);

    private void pass(long running, long shown) {
        nanos.addAndGet(running * 1_000_000_000);
        millis.addAndGet(shown * 1_000);
    }

    @Test
    void runsWithTheMachine() {
        pass(5, 5);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void whatTheMachineSleptHasPassed() {
        pass(1, 3_600);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3_600));
        pass(2, 2);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3_602));
    }

    @Test
    void neverGoesBackNorStandsStillWhenTheMachinesClockIsPutBack() {
        pass(1, -3_600);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
        pass(1, 7_200);
        assertThat(clock.instant()).as("it may have slept").isEqualTo(NOON.plusSeconds(7_201));
        pass(1, -7_200);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7_202));
    }

    @Test
    void countsWhatIsSleptAfterTheClockWasPutBack() {
        pass(1, -3_600);
        Instant before = clock.instant();
        pass(0, 600);
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(600));
    }
}
