package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.contact.ReadRetry;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Fault;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.RetryBudget.After;
import io.contactsync.core.Tally;
import io.contactsync.microsoftgraph.GraphStatistics;
import io.contactsync.microsoftgraph.GraphTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one run may spend, on a clock that the test moves. */
class RunBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private Instant now = NOON;
    private GraphStatistics sums = GraphStatistics.NONE;
    private final GraphTime graph = new GraphTime() {
        @Override
        public Instant serverTime() {
            return null;
        }

        @Override
        public GraphStatistics statistics() {
            return sums;
        }
    };

    private RunBudget budget(int minutes) {
        RunClock clock = new RunClock(Clock.fixed(NOON, ZoneOffset.UTC),
                () -> TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli()));
        return new RunBudget(new RunTime(clock, graph), Duration.ofMinutes(minutes), Duration.ofSeconds(60),
                new ReadRetry(4));
    }

    private void failed(int calls) {
        sums = new GraphStatistics(sums.requests() + calls, sums.httpCalls() + calls, 0, sums.troubled() + calls);
    }

    @ParameterizedTest
    @CsvSource({"240, 13920", "16, 480", "10, 300", "1, 30"})
    void endsEarlyEnoughForWhatIsInFlight(int minutes, int seconds) {
        RunBudget budget = budget(minutes);
        now = NOON.plusSeconds(seconds).minusMillis(1);
        assertThat(budget.over()).isNull();
        assertThat(budget.delay(After.ANSWER)).isEqualTo(Duration.ZERO);
        now = NOON.plusSeconds(seconds);
        assertThat(budget.over()).isEqualTo(EarlyEnd.TIME);
        assertThat(budget.delay(After.ANSWER)).as("nothing is repeated").isNull();
        assertThat(budget.sentence(EarlyEnd.TIME, 7, 3000)).isEqualTo("the run's " + minutes
                + " minutes (sync.run-minutes) were over: 7 of 3,000 mailboxes were left or not finished; the next run "
                + "begins with them");
    }

    @Test
    void pausesInAStormUntilOneQuestionIsAnswered() {
        RunBudget budget = budget(240);
        failed(19);
        assertThat(budget.notBefore(now)).isEqualTo(NOON);
        failed(1);
        assertThat(budget.notBefore(now)).isEqualTo(NOON.plusSeconds(60));
        assertThat(budget.isStormy()).isTrue();
        assertThat(budget.delay(After.TOLD)).isEqualTo(Duration.ofSeconds(60));
        assertThat(budget.isToProbe()).isFalse();
        now = NOON.plusSeconds(60);
        assertThat(budget.isToProbe()).isTrue();
        assertThat(budget.isToProbe()).as("one alone asks").isFalse();
        assertThat(budget.notBefore(now)).isEqualTo(now.plusSeconds(1));
        budget.probed(true);
        assertThat(budget.notBefore(now)).isEqualTo(now);
        assertThat(budget.over()).isNull();
    }

    @Test
    void theThirdPauseIsTheEnd() {
        RunBudget budget = budget(240);
        failed(20);
        for (int pause : new int[] {60, 120}) {
            assertThat(budget.over()).isNull();
            now = now.plusSeconds(pause);
            assertThat(budget.isToProbe()).isTrue();
            budget.probed(false);
        }
        assertThat(budget.over()).isEqualTo(EarlyEnd.STORM);
        assertThat(budget.isToProbe()).isFalse();
    }

    @Test
    void aBatchIsRepeatedNowOrAskedForAgainOrLeft() {
        RunBudget budget = budget(240);
        for (int time = 0; time < 10; time++) {
            assertThat(budget.repeat(After.ANSWER, now)).isEqualTo(now);
        }
        assertThat(budget.repeat(After.ANSWER, now)).isEqualTo(now.plusSeconds(1));
        for (int minute = 1; minute < 10; minute++) {
            now = NOON.plus(Duration.ofMinutes(minute));
            for (int time = 0; time < 10; time++) {
                assertThat(budget.repeat(After.ANSWER, now)).isEqualTo(now);
            }
        }
        now = NOON.plus(Duration.ofMinutes(10));
        assertThat(budget.repeat(After.ANSWER, now)).as("all tokens are spent").isNull();
    }

    @Test
    void mailboxesThatAreSkippedSayNothingOfRights() {
        RunBudget budget = budget(240);
        MailboxResult denied = new MailboxResult("m", Status.FAILED, "403", Tally.NONE, 0).with(Fault.DENIED);
        for (int number = 0; number < 100; number++) {
            assertThat(budget.ended(new MailboxResult("s", Status.SKIPPED, "", Tally.NONE, 0), 3000)).isNull();
        }
        for (int number = 0; number < 19; number++) {
            assertThat(budget.ended(denied, 3000)).isNull();
        }
        assertThat(budget.ended(denied, 3000)).startsWith("20 of the 20 mailboxes");
    }

    @ParameterizedTest
    @CsvSource({"0, 60, sync.run-minutes must be 1 or more - was 0",
        "1, 0, sync.storm-seconds must be 1 or more - was 0"})
    void refusesNonsenseByName(int minutes, int seconds, String sentence) {
        assertThatThrownBy(() -> new RunBudgets(minutes, seconds, null))
                .hasMessage(sentence);
    }
}
