package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private static Traffic.Note note(int second, long calls, long requests, long troubled) {
        return new Traffic.Note(NOON.plusSeconds(second), calls, requests, troubled);
    }

    private static Breaker closed() {
        return Breaker.closed(PAUSE, note(0, 0, 0, 0));
    }

    private static Breaker storm(Breaker before, int second) {
        Traffic.Note base = before.since().last();
        return before.and(new Traffic.Note(NOON.plusSeconds(second), base.calls() + 20, base.requests() + 20,
                base.troubled() + 20));
    }

    @ParameterizedTest
    @CsvSource({"19, 19, 19, true", "20, 20, 20, false", "20, 20, 16, false", "20, 20, 15, true",
            "20, 400, 319, true", "20, 400, 320, false", "0, 0, 0, true"})
    void opensWhenMostRequestsOfSeveralCallsFail(long calls, long requests, long troubled, boolean closed) {
        assertThat(closed().and(note(1, calls, requests, troubled)).isClosed()).isEqualTo(closed);
    }

    @Test
    void looksAtTheLastHalfMinuteAlone() {
        Breaker calm = closed().and(note(1, 1000, 1000, 0)).and(note(60, 1019, 1019, 19));
        assertThat(calm.isClosed()).isTrue();
        assertThat(calm.and(note(61, 1020, 1020, 20)).isClosed()).isFalse();
    }

    @Test
    void asksOneQuestionWhenItsPauseIsOver() {
        Breaker open = storm(closed(), 1);
        assertThat(open.until()).isEqualTo(NOON.plusSeconds(61));
        assertThat(open.isDue(NOON.plusSeconds(60))).isFalse();
        assertThat(open.isDue(NOON.plusSeconds(61))).isTrue();
        assertThat(open.asking().isDue(NOON.plusSeconds(61))).isFalse();
        Breaker well = open.asking().probed(true, note(62, 21, 21, 20));
        assertThat(well.isClosed()).isTrue();
        assertThat(well.and(note(63, 22, 22, 21)).isClosed()).as("what was before does not count").isTrue();
    }

    @Test
    void opensForTwiceAsLongAndTheThirdTimeTheRunIsOver() {
        Breaker again = storm(closed(), 1).asking().probed(false, note(61, 21, 21, 21));
        assertThat(again.until()).isEqualTo(NOON.plusSeconds(61 + 120));
        assertThat(again.isOver()).isFalse();
        Breaker third = storm(again.asking().probed(true, note(181, 22, 22, 21)), 182);
        assertThat(third.isOver()).isTrue();
        assertThat(third.isDue(NOON.plusSeconds(9_999))).isFalse();
    }

    @Test
    void noPauseIsLongerThanAQuarterOfAnHour() {
        Breaker open = storm(Breaker.closed(Duration.ofMinutes(10), note(0, 0, 0, 0)), 0);
        assertThat(open.until()).isEqualTo(NOON.plusSeconds(600));
        assertThat(open.asking().probed(false, note(600, 0, 0, 0)).until()).isEqualTo(NOON.plusSeconds(600 + 900));
    }
}
