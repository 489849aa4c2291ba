package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarantineTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static Quarantine failed(int times) {
        Quarantine one = Quarantine.NONE;
        for (int time = 0; time < times; time++) {
            one = one.after(Fault.OWN, NOON);
        }
        return one;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 0", "3, 1", "4, 2", "5, 4", "6, 8", "7, 16", "8, 24", "9, 24", "1000, 24"})
    void restsLongerWithEachFailureInARow(int failures, int hours) {
        assertThat(failed(failures).left(NOON)).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void aSuccessEndsItAndWhatIsNobodysFaultChangesNothing() {
        assertThat(failed(5).after(Fault.NONE, NOON)).isEqualTo(Quarantine.NONE);
        assertThat(failed(2).after(Fault.ELSEWHERE, NOON.plusSeconds(9))).isEqualTo(failed(2));
        assertThat(failed(2).after(Fault.DENIED, NOON)).isEqualTo(failed(3));
    }

    @Test
    void restsToItsEndAndNoLonger() {
        Instant end = NOON.plus(Duration.ofHours(1));
        assertThat(failed(3).left(end.minusMillis(1))).isEqualTo(Duration.ofMillis(1));
        assertThat(failed(3).left(end)).isEqualTo(Duration.ZERO);
        assertThat(failed(3).left(end.plusSeconds(9))).isEqualTo(Duration.ZERO);
    }

    /** A clock that was years ahead when it failed, and is right now. */
    @Test
    void aClockThatIsPutBackCannotMakeItRestForEver() {
        Instant yearsAgo = NOON.minus(Duration.ofDays(900));
        Quarantine jumped = failed(3).at(yearsAgo);
        assertThat(failed(3).left(yearsAgo)).isEqualTo(Duration.ofHours(1));
        assertThat(jumped.left(yearsAgo.plus(Duration.ofHours(1)))).isEqualTo(Duration.ZERO);
        assertThat(failed(1).told(Duration.ofMinutes(20), NOON).at(yearsAgo).left(yearsAgo.plusSeconds(1200)))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void waitsAsLongAsGraphHasTold() {
        Quarantine told = Quarantine.NONE.told(Duration.ofMinutes(20), NOON);
        assertThat(told.left(NOON.plusSeconds(1199))).isEqualTo(Duration.ofSeconds(1));
        assertThat(told.left(NOON.plusSeconds(1200))).isEqualTo(Duration.ZERO);
        assertThat(told.isNothing(NOON.plusSeconds(1200))).isTrue();
        assertThat(Quarantine.NONE.told(Duration.ZERO, NOON)).isEqualTo(Quarantine.NONE);
        assertThat(failed(3).told(Duration.ofHours(2), NOON).left(NOON)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void saysWhyAndUntilWhen() {
        assertThat(failed(3).sentence(NOON, Times.UTC)).isEqualTo("rests until 2026-11-26 13:00 UTC after 3 failed "
                + "runs");
        assertThat(failed(3).cause(NOON)).isEqualTo("rests after failed runs");
        Quarantine told = Quarantine.NONE.told(Duration.ofMinutes(20), NOON);
        assertThat(told.sentence(NOON, Times.UTC)).isEqualTo("told by Graph to wait until 2026-11-26 12:20 UTC");
        assertThat(told.cause(NOON)).isEqualTo("told by Graph to wait");
    }

    @Test
    void aMailboxThatIsNoneOfARunIsForgottenAfterAMonth() {
        Quarantine one = failed(3).leftOut(true);
        assertThat(one.elsewhere(NOON.plus(Duration.ofDays(30)))).isEqualTo(failed(3));
        assertThat(one.elsewhere(NOON.plus(Duration.ofDays(30)).plusMillis(1))).isEqualTo(Quarantine.NONE);
    }

    @Test
    void whatIsInOrderIsNotRemembered() {
        assertThat(Quarantine.NONE.isNothing(NOON)).isTrue();
        assertThat(Quarantine.NONE.leftOut(true).isNothing(NOON)).isFalse();
        assertThat(failed(1).isNothing(NOON)).isFalse();
        assertThat(failed(2).isQuarantined()).isFalse();
        assertThat(failed(3).isQuarantined()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4, 4, false", "2, 5, false", "3, 5, true", "50, 100, false", "51, 100, true", "0, 0, false"})
    void nobodyIsToBlameWhereMostFail(int failed, int asked, boolean weather) {
        assertThat(Quarantine.isWeather(failed, asked)).isEqualTo(weather);
    }
}
