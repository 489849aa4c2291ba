package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static Traffic.Note at(long millis, long calls) {
        return new Traffic.Note(NOON.plusMillis(millis), calls, calls, 0);
    }

    @Test
    void tellsWhatCameInTheLastSeconds() {
        Traffic traffic = Traffic.from(at(0, 100));
        for (int second = 1; second <= 300; second++) {
            traffic = traffic.and(at(second * 1000L, 100 + second));
        }
        assertThat(traffic.lately(Duration.ofSeconds(30)).calls()).isEqualTo(30);
        assertThat(traffic.lately(Duration.ofSeconds(60)).calls()).isEqualTo(60);
    }

    /** However often it is noted, it stays small, and is right to the second. */
    @Test
    void staysSmall() {
        Random random = new Random(7);
        Traffic traffic = Traffic.from(at(0, 0));
        long millis = 0;
        for (int number = 1; number <= 20_000; number++) {
            millis += random.nextInt(50);
            traffic = traffic.and(at(millis, millis));
            long lately = traffic.lately(Duration.ofSeconds(30)).calls();
            assertThat(lately).isBetween(Math.min(millis, 30_000L), 31_100L);
            assertThat(traffic.notes()).hasSizeLessThan(65);
        }
    }
}
