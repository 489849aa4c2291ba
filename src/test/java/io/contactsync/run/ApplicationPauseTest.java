package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.contact.ReadRetry;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Limits;
import io.contactsync.core.Totals;
import io.contactsync.microsoftgraph.GraphTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What Graph has told the whole application outlives the run and the process. */
class ApplicationPauseTest extends RunTestBase {

    /** Graph, as a process knows it. */
    private static final class Told implements GraphTime {
        private Duration pause = Duration.ZERO;

        @Override
        public Instant serverTime() {
            return null;
        }

        @Override
        public Duration pause() {
            return pause;
        }

        @Override
        public void pause(Duration told) {
            pause = told.compareTo(pause) > 0 ? told : pause;
        }
    }

    private void at(Instant time, Told graph) {
        RunSettings settings = RunSettings.of("main", "staff", "", false, 30, 15, false, data.toString());
        runs = new Runs(settings, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"), graph,
                new RunBudgets(240, 60, new ReadRetry(1)), new BeforeImages(data.toString(), 30, ""),
                Clock.fixed(time, ZoneOffset.UTC),
                () -> TimeUnit.MILLISECONDS.toNanos(time.toEpochMilli()));
        steps = new RunSteps(RENDERER, false, DriftRules.STANDARD, runs.ended());
    }

    private void run() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            tasks(run, List.of(new Target("alice", null)));
            steps.finish(run, Totals.NONE);
        }
    }

    @Test
    void theNextProcessSendsNothingBefore() {
        Told first = new Told();
        at(NOON, first);
        assertThat(first.pause()).isZero();
        first.pause(Duration.ofMinutes(20));
        run();
        Told second = new Told();
        at(NOON.plusSeconds(300), second);
        run();
        assertThat(second.pause()).isEqualTo(Duration.ofMinutes(15));
        Told third = new Told();
        at(NOON.plus(Duration.ofMinutes(21)), third);
        run();
        assertThat(third.pause()).isZero();
    }

    /** A clock that was put back since cannot prolong it beyond what was told. */
    @Test
    void aClockThatIsPutBackDoesNotProlongIt() {
        Told first = new Told();
        at(NOON, first);
        first.pause(Duration.ofMinutes(20));
        run();
        Told second = new Told();
        at(NOON.minus(Duration.ofDays(300)), second);
        run();
        assertThat(second.pause()).isEqualTo(Duration.ofMinutes(20));
    }
}
