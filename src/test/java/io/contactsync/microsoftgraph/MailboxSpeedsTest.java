package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What follows from how long a mailbox takes. */
class MailboxSpeedsTest {

    private static final long USUAL = 100_000;
    private final MailboxSpeeds speeds = new MailboxSpeeds();

    private void took(int requests, double seconds) {
        speeds.took(Map.of("a", requests), (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
    }

    private long limit(int requests) {
        return speeds.limitMillis(Map.of("a", requests), USUAL) / 1_000;
    }

    @ParameterizedTest
    @CsvSource({"0.1, 20, 100", "10, 20, 100", "13, 20, 130", "15, 16, 120", "30, 8, 120", "33, 8, 132", "34, 4, 100",
        "60, 4, 120", "66, 4, 132", "67, 1, 134", "200, 1, 300"})
    void aBatchIsAsLargeAsItsAnswerComesInTime(double seconds, int fitting, long limit) {
        took(1, seconds);
        assertThat(speeds.fitting("A", USUAL)).isEqualTo(fitting);
        assertThat(limit(fitting)).isEqualTo(limit);
        assertThat(limit).as("and twice as long as it will take, as far as anybody waits")
                .isGreaterThanOrEqualTo((long) Math.min(300, 2 * seconds * ((fitting + 3) / 4)));
    }

    @Test
    void aBatchTakesAsManyTimesAsItHasWavesOfFour() {
        took(20, 150);
        assertThat(speeds.fitting("a", USUAL)).isEqualTo(8);
    }

    @Test
    void whatIsSlowerCountsAtOnceAndWhatIsFasterByAndBy() {
        took(1, 1);
        took(1, 32);
        assertThat(speeds.fitting("a", USUAL)).isEqualTo(8);
        took(1, 2);
        assertThat(speeds.fitting("a", USUAL)).as("17 s").isEqualTo(12);
        took(1, 2);
        assertThat(speeds.fitting("a", USUAL)).as("9.5 s").isEqualTo(20);
    }

    @Test
    void nobodyElseIsConcerned() {
        took(1, 60);
        assertThat(speeds.fitting("b", USUAL)).isEqualTo(20);
        assertThat(speeds.limitMillis(Map.of("b", 20), USUAL)).isEqualTo(USUAL);
        speeds.took(Map.of("b", 1, "c", 1), TimeUnit.MINUTES.toNanos(1));
        assertThat(speeds.fitting("b", USUAL)).as("of several nobody knows which was slow").isEqualTo(20);
        assertThat(speeds.limitMillis(Map.of("a", 1, "b", 1), USUAL)).isEqualTo(USUAL);
        assertThat(speeds.limitMillis(Map.of(), USUAL)).isEqualTo(USUAL);
    }
}
