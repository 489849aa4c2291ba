package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a list of users may be taken as it was read before. */
class KnownUsersTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final Duration DAYS = Duration.ofDays(3);
    private static final KnownUsers BEGUN = KnownUsers.begun("https://graph/users/delta?x", "w", NOON);

    private static KnownUsers readAt(Instant at) {
        return BEGUN.read(at, at.plus(DAYS));
    }

    @Test
    void onlyAReadingThatBeganLongAfterItsLinkIsTrusted() {
        assertThat(readAt(NOON.plus(SETTLE)).isTrusted("w", SETTLE, NOON.plus(SETTLE))).isTrue();
        assertThat(readAt(NOON.plus(SETTLE).minusMillis(1)).isTrusted("w", SETTLE, NOON.plus(DAYS))).isFalse();
        assertThat(BEGUN.isTrusted("w", SETTLE, NOON.plus(DAYS))).as("never read").isFalse();
    }

    @Test
    void itEndsAfterDaysAndWithAnotherConfigurationAndOnAClockThatWentBack() {
        KnownUsers known = readAt(NOON.plus(SETTLE));
        Instant end = NOON.plus(SETTLE).plus(DAYS);
        assertThat(known.isTrusted("w", SETTLE, end.minusMillis(1))).isTrue();
        assertThat(known.isTrusted("w", SETTLE, end)).isFalse();
        assertThat(known.isTrusted("other", SETTLE, NOON.plus(SETTLE))).isFalse();
        assertThat(known.isTrusted("w", SETTLE, NOON)).isFalse();
    }

    @Test
    void aLinkIsBegunOnceAndAnewForAnotherConfigurationOrAfterAChange() {
        assertThat(KnownUsers.NOTHING.isWorthALink("w", DAYS, NOON)).isTrue();
        assertThat(BEGUN.isWorthALink("w", DAYS, NOON.plus(DAYS))).isFalse();
        assertThat(BEGUN.isWorthALink("other", DAYS, NOON)).isTrue();
        assertThat(BEGUN.withoutLink().isWorthALink("w", DAYS, NOON)).isTrue();
        assertThat(BEGUN.withoutLink().isTrusted("w", SETTLE, NOON.plus(DAYS))).isFalse();
    }

    @Test
    void whereGraphGaveNoneItIsNotAskedAgainForDays() {
        KnownUsers refused = KnownUsers.begun("", "w", NOON);
        assertThat(refused.isWorthALink("w", DAYS, NOON.plus(DAYS).minusMillis(1))).isFalse();
        assertThat(refused.isWorthALink("w", DAYS, NOON.plus(DAYS))).isTrue();
    }
}
