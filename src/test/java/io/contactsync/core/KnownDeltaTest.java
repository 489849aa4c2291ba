package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class KnownDeltaTest {

    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final Instant BEGUN = Instant.parse("2026-11-26T05:00:00Z");
    private static final Instant LISTED = BEGUN.plus(SETTLE);
    private static final Instant UNTIL = LISTED.plus(Duration.ofDays(3));
    private static final KnownDelta.Held HELD = new KnownDelta.Held(7, 7, Kept.NOTHING);
    private static final KnownDelta GOOD = KnownDelta.NOTHING.begun("/link", BEGUN).found("w", LISTED, UNTIL, HELD,
            Set.of(Fnv.hash("gone")));

    private static boolean isTrusted(KnownDelta known, Instant at) {
        return known.isTrusted("w", SETTLE, at);
    }

    @Test
    void isTrustedFromItsListUntilItIsDue() {
        assertThat(isTrusted(GOOD, LISTED)).isTrue();
        assertThat(isTrusted(GOOD, UNTIL.minusSeconds(1))).isTrue();
        assertThat(isTrusted(GOOD, UNTIL)).isFalse();
        assertThat(isTrusted(GOOD, LISTED.minusSeconds(1))).as("a clock that was put back").isFalse();
    }

    @Test
    void isNotTrustedForAnythingElse() {
        assertThat(GOOD.isTrusted("other", SETTLE, LISTED)).isFalse();
        assertThat(KnownDelta.NOTHING.isTrusted("", SETTLE, Instant.EPOCH)).isFalse();
        assertThat(isTrusted(GOOD.doubtful(), LISTED)).isFalse();
        assertThat(isTrusted(GOOD.lacking(Set.of()), LISTED)).isFalse();
        assertThat(isTrusted(GOOD.withoutLink(), LISTED)).isFalse();
    }

    /** A list may be behind what a round has told by as much as the settle time. */
    @Test
    void isNotTrustedWhereAListFollowedTooSoon() {
        KnownDelta early = KnownDelta.NOTHING.begun("/link", BEGUN).found("w", LISTED.minusSeconds(1), UNTIL, HELD,
                Set.of());
        assertThat(isTrusted(early, LISTED)).isFalse();
        KnownDelta told = GOOD.told("/next", LISTED).found("w", LISTED, UNTIL, HELD, Set.of());
        assertThat(isTrusted(told, LISTED.plus(SETTLE))).isFalse();
        KnownDelta late = told.found("w", LISTED.plus(SETTLE), UNTIL, HELD, Set.of());
        assertThat(isTrusted(late, LISTED.plus(SETTLE))).isTrue();
    }

    @Test
    void aLinkIsBegunWhereThereIsNoneAndAllWasAsWanted() {
        KnownDelta without = KnownDelta.NOTHING.found("w", LISTED, UNTIL, HELD, Set.of());
        assertThat(without.isWorthALink(SETTLE, LISTED)).isTrue();
        assertThat(without.doubtful().isWorthALink(SETTLE, LISTED)).as("not as desired").isFalse();
        assertThat(GOOD.isWorthALink(SETTLE, LISTED)).isFalse();
        assertThat(KnownDelta.NOTHING.isWorthALink(SETTLE, LISTED)).isFalse();
        KnownDelta refused = without.refused(LISTED);
        assertThat(refused.isWorthALink(SETTLE, LISTED.plus(SETTLE).minusSeconds(1))).isFalse();
        assertThat(refused.isWorthALink(SETTLE, LISTED.plus(SETTLE))).isTrue();
        assertThat(GOOD.withoutLink().isWorthALink(SETTLE, LISTED)).isTrue();
    }

    @Test
    void aQuietRoundKeepsAllButItsLinkAndTheDeletionsThatItTold() {
        KnownDelta quiet = GOOD.quiet("/next");
        assertThat(quiet.link()).isEqualTo("/next");
        assertThat(isTrusted(quiet, LISTED)).isTrue();
        assertThat(quiet.held()).isEqualTo(HELD);
        assertThat(GOOD.isDeleted("gone")).isTrue();
        assertThat(quiet.isDeleted("gone")).isFalse();
    }

    @Test
    void aRoundThatIsToldTwiceChangesNothing() {
        assertThat(GOOD.quiet("/next").quiet("/next")).isEqualTo(GOOD.quiet("/next"));
        assertThat(GOOD.told("/next", UNTIL).told("/next", UNTIL)).isEqualTo(GOOD.told("/next", UNTIL));
    }

    @Test
    void deletionsAreRememberedUntilARoundHasToldThem() {
        KnownDelta later = GOOD.doubtful().found("w", UNTIL, UNTIL, HELD, Set.of(Fnv.hash("too")));
        assertThat(later.isDeleted("gone")).isTrue();
        assertThat(later.isDeleted("too")).isTrue();
        assertThat(later.isDeleted("there")).isFalse();
    }

    @Test
    void moreDeletionsThanAreRememberedGiveTheLinkUp() {
        Set<Long> many = LongStream.rangeClosed(1, KnownDelta.MOST_DELETED).boxed().collect(Collectors.toSet());
        assertThat(KnownDelta.NOTHING.begun("/link", BEGUN).found("w", LISTED, UNTIL, HELD, many).link()).isNotEmpty();
        KnownDelta without = GOOD.found("w", LISTED, UNTIL, HELD, many);
        assertThat(without.link()).isEmpty();
        assertThat(without.isWorthALink(SETTLE, LISTED)).isTrue();
        assertThat(without.deleted()).isEmpty();
    }
}
