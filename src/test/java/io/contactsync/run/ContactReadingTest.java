package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.contact.ReadRetry;
import io.contactsync.core.Answer;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Kept;
import io.contactsync.core.Limits;
import io.contactsync.core.Plan;
import io.contactsync.core.RetryBudget.After;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.microsoftgraph.GraphStatistics;
import io.contactsync.microsoftgraph.GraphTime;
import io.contactsync.microsoftgraph.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts that are read before a plan holds, whatever for: when a portion may leave, and when no more does. */
class ContactReadingTest extends RunTestBase {

    private final ContactReading reading = new ContactReading();
    private final ReadRetry reads = new ReadRetry(4);
    private Instant now = NOON;
    private GraphStatistics sums = GraphStatistics.NONE;

    /** Hears and remembers nothing but what it never got. */
    private static final class Asked implements ContactInquiry<Integer> {
        private final List<Integer> never = new ArrayList<>();

        @Override
        public List<GraphRequest> requests(List<Integer> portion) {
            return List.of();
        }

        @Override
        public List<Answer> answered(List<Integer> portion, GraphBatchResponse response) {
            return Collections.nCopies(portion.size(),
                    new Answer(response.status(), "", response.retryAfter(), null));
        }

        @Override
        public Plan plan(Plan first, List<Integer> left) {
            never.addAll(left);
            return first;
        }
    }

    @BeforeEach
    void moveTheClock() {
        GraphTime graph = new GraphTime() {
            @Override
            public Instant serverTime() {
                return null;
            }

            @Override
            public GraphStatistics statistics() {
                return sums;
            }
        };
        runs = new Runs(RunSettings.of("main", "staff", "", false, 30, 15, false, data.toString()),
                new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"),
                graph, new RunBudgets(240, 60, reads),
                new BeforeImages(data.toString(), 30, ""), Clock.fixed(NOON, ZoneOffset.UTC),
                () -> TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli()));
    }

    private MailboxPlan planned(Run run, int contacts) {
        take(run, people(0, 3));
        return new MailboxPlan(turns(run, "alice").get(0), new Plan(List.of(), 0, 0, Kept.NOTHING, Set.of()),
                List.of(), false, Unread.of(IntStream.range(0, contacts).boxed().toList(), new Asked()));
    }

    private MailboxPlan answered(MailboxPlan planned, int status, Duration told) {
        assertThat(reading.isDue(planned)).isTrue();
        return reading.answered(planned, new GraphBatchResponse(status, true, null, null, told, Map.of(), "c", "r"));
    }

    private static List<Integer> never(MailboxPlan planned) {
        planned.read();
        return ((Asked) planned.unread().inquiry()).never;
    }

    @Test
    void onePortionAfterTheOtherLeavesUntilAllIsRead() {
        try (Run run = begin(false)) {
            MailboxPlan planned = planned(run, 25);
            for (int portion = 0; portion < 2; portion++) {
                assertThat(reading.isRunning(planned)).isTrue();
                planned = answered(reading.next(planned), 200, null);
            }
            assertThat(reading.isRunning(planned)).isFalse();
            assertThat(never(planned)).isEmpty();
            assertThat(reading.isRunning("what was the body when something failed")).isFalse();
        }
    }

    @Test
    void whatGraphTellsIsToldToTheMailboxAndWaitedForInSlices() {
        try (Run run = begin(false)) {
            MailboxPlan planned = answered(reading.next(planned(run, 1)), 429, Duration.ofSeconds(90));
            assertThat(planned.turn().pause()).isEqualTo(Duration.ofSeconds(90));
            now = NOON.plusSeconds(89);
            planned = reading.next(planned);
            assertThat(reading.isDue(planned)).isFalse();
            assertThat(reading.waitMillis(planned)).isEqualTo(1_000);
            now = NOON.plusSeconds(100);
            assertThat(reading.isDue(reading.next(planned))).isTrue();
        }
    }

    @Test
    void aRepetitionIsOneOfTheRunsOrWaits() {
        try (Run run = begin(false)) {
            MailboxPlan planned = answered(reading.next(planned(run, 1)), 503, null);
            now = NOON.plusSeconds(2);
            IntStream.range(0, 9).forEach(other -> run.budget().repeat(After.ANSWER, now));
            planned = answered(reading.next(planned), 503, null);
            now = NOON.plusSeconds(5);
            planned = reading.next(planned);
            assertThat(reading.isDue(planned)).as("the tenth of this minute was its own").isFalse();
            assertThat(reading.waitMillis(planned)).isEqualTo(1_000);
            now = NOON.plusSeconds(65);
            assertThat(reading.isDue(reading.next(planned))).isTrue();
        }
    }

    @Test
    void withNoRepetitionLeftTheRestIsNotRead() {
        try (Run run = begin(false)) {
            MailboxPlan planned = answered(reading.next(planned(run, 2)), 503, null);
            for (int minute = 1; minute <= 10; minute++) {
                now = NOON.plus(Duration.ofMinutes(minute));
                IntStream.range(0, 10).forEach(other -> run.budget().repeat(After.ANSWER, now));
            }
            now = NOON.plus(Duration.ofMinutes(12));
            planned = reading.next(planned);
            assertThat(reading.isRunning(planned)).isFalse();
            assertThat(never(planned)).containsExactly(0, 1);
        }
    }

    @Test
    void whileMostCallsFailNothingLeaves() {
        try (Run run = begin(false)) {
            MailboxPlan planned = planned(run, 1);
            sums = new GraphStatistics(20, 20, 0, 20);
            planned = reading.next(planned);
            assertThat(reading.isRunning(planned)).isTrue();
            assertThat(reading.isDue(planned)).isFalse();
            assertThat(reading.waitMillis(planned)).isEqualTo(1_000);
            now = NOON.plusSeconds(60);
            run.budget().isToProbe();
            run.budget().probed(true);
            assertThat(reading.isDue(reading.next(planned))).isTrue();
        }
    }

    @Test
    void aStopIsHeardInTheMiddleOfAWait() {
        try (Run run = begin(false)) {
            MailboxPlan planned = answered(reading.next(planned(run, 22)), 429, Duration.ofSeconds(90));
            runs.stop();
            planned = reading.next(planned);
            assertThat(reading.isRunning(planned)).isFalse();
            assertThat(reading.isDue(planned)).isFalse();
            assertThat(never(planned)).hasSize(22);
            assertThat(run.early()).isEqualTo(EarlyEnd.STOPPED);
        }
    }

    @Test
    void soIsTheEndOfTheRunsTime() {
        try (Run run = begin(false)) {
            MailboxPlan planned = planned(run, 1);
            now = NOON.plus(Duration.ofMinutes(232));
            assertThat(run.ending()).isEqualTo(EarlyEnd.TIME);
            assertThat(run.early()).as("nothing was left yet").isNull();
            assertThat(reading.isRunning(reading.next(planned))).isFalse();
            assertThat(run.early()).isEqualTo(EarlyEnd.TIME);
        }
    }

    /** A host reads sources of its own with the same routes, long after a run. */
    @Test
    void aRunsEndEndsNoReadingOfOthers() {
        try (Run run = begin(false)) {
            now = NOON.plus(Duration.ofMinutes(240));
            assertThat(run.ending()).isEqualTo(EarlyEnd.TIME);
            assertThat(reads.delayBefore(1, Refusals.of(503))).isNull();
        }
        assertThat(reads.delayBefore(1, Refusals.of(503))).isPositive();
    }
}
