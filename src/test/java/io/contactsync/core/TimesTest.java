package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;

class TimesTest {

    private static final Instant SUMMER = Instant.parse("2026-07-25T22:30:01Z");
    private static final Instant WINTER = Instant.parse("2026-11-25T22:30:00Z");

    @Test
    void aMomentIsShownWithItsOffset() {
        Times berlin = new Times(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.minute(SUMMER)).isEqualTo("2026-07-26 00:30 +02:00");
        assertThat(berlin.minute(WINTER)).isEqualTo("2026-11-25 23:30 +01:00");
        assertThat(berlin.day(WINTER)).isEqualTo("Wed 2026-11-25 23:30 +01:00");
        assertThat(Times.UTC.minute(WINTER)).isEqualTo("2026-11-25 22:30 UTC");
        assertThat(new Times(ZoneId.of("Europe/London")).minute(WINTER)).isEqualTo("2026-11-25 22:30 UTC");
    }

    @Test
    void whatIsStillToComeIsNotTooEarly() {
        assertThat(Times.UTC.from(SUMMER)).isEqualTo("2026-07-25 22:31 UTC");
        assertThat(Times.UTC.from(WINTER)).isEqualTo("2026-11-25 22:30 UTC");
    }
}
