package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.RetryBudget.After;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static List<Instant> granted(int times, After after, long lately) {
        RetryBudget budget = RetryBudget.full(0);
        List<Instant> all = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            RetryBudget.Repetition asked = budget.ask(after, 0, lately, NOON);
            budget = asked.rest();
            if (asked.at() != null) {
                all.add(asked.at());
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"TOLD, 500", "ANSWER, 100", "NO_ANSWER, 50"})
    void tokensEndIt(After after, int most) {
        assertThat(granted(2_000, after, 100_000)).hasSize(most);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "100, 10", "109, 10", "110, 11", "350, 35", "3000, 100"})
    void aTenthOfTheCallsOfAMinuteAreRepetitionsAtMost(long lately, int now) {
        assertThat(granted(1_000, After.ANSWER, lately)).filteredOn(at -> at.equals(NOON)).hasSize(now);
    }

    @Test
    void whatIsTooMuchForThisMinuteIsForTheNextOnes() {
        assertThat(granted(35, After.TOLD, 0)).containsOnly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120),
                NOON.plusSeconds(180));
        RetryBudget used = RetryBudget.full(0);
        for (int time = 0; time < 10; time++) {
            used = used.ask(After.TOLD, 0, 0, NOON).rest();
        }
        assertThat(used.ask(After.TOLD, 0, 0, NOON.plusSeconds(59)).at()).isEqualTo(NOON.plusSeconds(60));
        assertThat(used.ask(After.TOLD, 0, 0, NOON.plusSeconds(60)).at()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void eachCallThatIsNoRepetitionGivesOneBack() {
        RetryBudget empty = new RetryBudget(0, 100, List.of());
        assertThat(empty.ask(After.ANSWER, 104, 0, NOON).at()).isNull();
        RetryBudget.Repetition asked = empty.ask(After.ANSWER, 105, 0, NOON);
        assertThat(asked.at()).isEqualTo(NOON);
        assertThat(asked.rest().tokens()).isZero();
        assertThat(asked.rest().ask(After.TOLD, 106, 0, NOON).at()).as("its own call gives nothing back").isNull();
        assertThat(new RetryBudget(0, 0, List.of()).ask(After.TOLD, 9_000, 0, NOON).rest().tokens()).isEqualTo(499);
    }

    /** In no minute of any schedule are there more repetitions than ten and a tenth of what was called by then. */
    @Test
    void noMinuteHasMore() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            RetryBudget budget = RetryBudget.full(0);
            List<Instant> all = new ArrayList<>();
            Instant now = NOON;
            for (int number = 0; number < 300; number++) {
                now = now.plusMillis(random.nextInt(2_000));
                RetryBudget.Repetition asked = budget.ask(After.TOLD, number * 3L, 250, now);
                budget = asked.rest();
                if (asked.at() != null) {
                    all.add(asked.at());
                }
            }
            for (Instant end : all) {
                Instant from = end.minus(Duration.ofSeconds(60));
                assertThat(all).filteredOn(at -> at.isAfter(from) && !at.isAfter(end)).hasSizeLessThanOrEqualTo(25);
            }
        }
    }
}
