package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The clock of a run does not follow the jumps of the machine's. */
class RunClockTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Instant machine = NOON;
    private Instant graph = NOON.plusSeconds(30);
    private long nanos;
    private final RunTime time = new RunTime(new RunClock(new Wall(), () -> nanos), () -> graph);

    private final class Wall extends Clock {
        @Override
        public Instant instant() {
            return machine;
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

    private void pass(Duration passed) {
        nanos += passed.toNanos();
        machine = machine.plus(passed);
        graph = graph.plus(passed);
    }

    @Test
    void aClockThatJumpsInMidRunMovesNothing() {
        time.learn();
        for (Duration jump : new Duration[] {Duration.ofDays(2), Duration.ofDays(-4), Duration.ofHours(1)}) {
            machine = machine.plus(jump);
            time.hear();
            Instant before = time.clock().instant();
            pass(Duration.ofSeconds(5));
            time.hear();
            assertThat(Duration.between(before, time.clock().instant())).as("after %s", jump)
                    .isEqualTo(Duration.ofSeconds(5));
            assertThat(time.now()).isEqualTo(graph);
        }
    }

    @Test
    void isGraphsTimeOnceThatIsKnown() {
        assertThat(time.now()).isEqualTo(NOON);
        assertThat(time.learn().now()).isEqualTo(NOON.plusSeconds(30));
        assertThat(time.now()).isEqualTo(NOON.plusSeconds(30));
        graph = null;
        lapse(Duration.ofSeconds(7));
        assertThat(time.now()).as("kept, whatever later answers lack").isEqualTo(NOON.plusSeconds(37));
    }

    private void lapse(Duration passed) {
        nanos += passed.toNanos();
        time.hear();
    }

    /** A clock that nobody sets stands while the machine sleeps, the two others go on. */
    @Test
    void countsTheSleepOfTheMachineOnce() {
        time.learn();
        machine = machine.plus(Duration.ofHours(1));
        graph = graph.plus(Duration.ofHours(1));
        time.hear();
        time.hear();
        assertThat(time.clock().instant()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(time.now()).isEqualTo(graph);
    }

    @Test
    void anOddDateOfOneAnswerMovesNothing() {
        time.learn();
        graph = graph.plus(Duration.ofHours(3));
        time.hear();
        assertThat(time.clock().instant()).isEqualTo(NOON);
    }
}
