package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time left is measured from what is known, runs down in between, and owns up when things get slower. */
class RemainingTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    @ParameterizedTest(name = "{7}")
    @CsvSource({
        "3000,    0,      0,     0,    0, 60,  0,  , nothing is read yet",
        "3000, 3000,  30000,   100, 1000,  2,  0,  , too early to say",
        "3000, 3000,  30000,     0,    0, 20,  0,  , nothing is written yet",
        "3000, 3000,  30000, 22700, 1000, 20,  0, 7.3, all is read: what is left by the rate",
        "3000, 1500,  15000, 10000, 1000, 10,  0, 20, half is read: the other half is taken for like it",
        "3000, 1500,      0,     0,    0, 10,  0, 10, nothing is to be done: reading takes time",
        "3000, 1000,    100,   100, 1000, 10,  0, 20, reading is slower than writing",
        "3000, 3000,  30000, 29990, 1000, 20, 45, 45, one mailbox is slower than all the others",
        "   3,    3,     10,    10,    5, 20,  0,  0, all is done"})
    void measured(int targets, int read, long planned, long done, double rate, int running, int slowest, Double left,
            String why) {
        Duration measured =
                Remaining.measure(new Remaining.Known(targets, read, planned, done, rate, seconds(running),
                        seconds(slowest)));
        assertThat(measured).as(why).isEqualTo(left == null ? null : seconds(left));
    }

    @Test
    void itRunsDownBetweenTwoMeasurementsAndNeverBelowNothing() {
        Remaining told = Remaining.next(null, seconds(7), at(0));
        assertThat(told.now(at(0))).hasSeconds(7);
        assertThat(told.now(at(3))).hasSeconds(4);
        assertThat(told.now(at(9))).isZero();
    }

    @Test
    void whatGotSlowerIsToldAtOnce() {
        Remaining told = Remaining.next(null, seconds(20), at(0));
        assertThat(Remaining.next(told, seconds(60), at(1)).now(at(1))).hasSeconds(60);
    }

    @Test
    void whatOnlyWaversIsFollowedSlowly() {
        Remaining told = Remaining.next(null, seconds(21), at(0));
        assertThat(Remaining.next(told, seconds(23), at(1)).now(at(1))).hasSeconds(21);
        assertThat(Remaining.next(told, seconds(14), at(1)).now(at(1))).hasSeconds(18);
    }

    @Test
    void aSteadyRateTicksSecondBySecond() {
        Remaining told = null;
        for (int second = 0; second < 100; second++) {
            told = Remaining.next(told, seconds(100 - second), at(second));
            assertThat(told.now(at(second))).hasSeconds(100 - second);
        }
    }

    @Test
    void aStandstillGrowsInsteadOfFreezing() {
        Remaining told = Remaining.next(null, seconds(10), at(0));
        Duration before = told.left();
        for (int second = 1; second <= 120; second++) {
            double average = 1000.0 / (10 + second);
            told = Remaining.next(told,
                    Remaining.measure(
                            new Remaining.Known(1, 1, 2000, 1000, average, seconds(10 + second), Duration.ZERO)),
                    at(second));
        }
        assertThat(told.left()).isGreaterThan(before.multipliedBy(5));
    }

    @Test
    void whatCannotBeMeasuredIsNotGuessed() {
        assertThat(Remaining.next(null, null, at(0))).isNull();
        assertThat(Remaining.next(Remaining.next(null, seconds(9), at(0)), null, at(1))).isNull();
    }
}
