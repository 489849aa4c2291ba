package io.contactsync.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has a mailbox: the table of {@link Custody}, line by line. */
class CustodyTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant LATE = NOON.plus(LEASE).plusMillis(1);

    private final Custody custody = new Custody(LEASE);

    private void given() {
        custody.offer("alice");
        assertThat(custody.take("alice", "one", "t1", NOON)).isTrue();
    }

    @Test
    void isGivenOnceWhateverIsOfferedAgain() {
        given();
        custody.offer("alice");
        assertThat(custody.take("alice", "one", "t1", NOON)).isFalse();
        assertThat(custody.take("alice", "two", "t2", NOON)).isFalse();
        assertThat(custody.worker("alice")).isEqualTo("one");
    }

    @Test
    void isGivenToNobodyIfItWasNotOffered() {
        assertThat(custody.take("bob", "one", "t1", NOON)).isFalse();
    }

    @Test
    void isOfferedAgainIfItWasNotBegunAndThatTokenGetsNothingMore() {
        given();
        assertThat(custody.release("t1")).isTrue();
        assertThat(custody.take("alice", "one", "t1", NOON)).isFalse();
        assertThat(custody.take("alice", "two", "t2", NOON)).isTrue();
        assertThat(custody.beat(List.of("t1", "t2"), NOON)).containsExactly("t2");
        assertThat(custody.mayReturn("t1")).isFalse();
    }

    @Test
    void aReleaseThatOvertakesItsLetterHolds() {
        custody.offer("alice");
        assertThat(custody.release("t1")).isFalse();
        assertThat(custody.take("alice", "one", "t1", NOON)).isFalse();
        assertThat(custody.take("alice", "one", "t2", NOON)).isTrue();
    }

    @Test
    void isKeptAsLongAsItsWorkerIsHeard() {
        given();
        assertThat(custody.isLost("alice", NOON.plus(LEASE))).isFalse();
        assertThat(custody.beat(List.of("t1", "strange"), NOON.plus(LEASE))).containsExactly("t1");
        assertThat(custody.isLost("alice", LATE)).isFalse();
        assertThat(custody.isLost("alice", LATE.plus(LEASE))).isTrue();
    }

    @Test
    void isLostForGood() {
        given();
        assertThat(custody.isLost("alice", LATE)).isTrue();
        custody.offer("alice");
        assertThat(custody.take("alice", "two", "t2", LATE)).isFalse();
        assertThat(custody.beat(List.of("t1"), LATE)).isEmpty();
        assertThat(custody.release("t1")).isFalse();
        assertThat(custody.mayReturn("t1")).isFalse();
        assertThat(custody.giveBack("t1")).isFalse();
    }

    @Test
    void isGivenBackOnceAndMaySaySoTwice() {
        given();
        assertThat(custody.mayReturn("t2")).isFalse();
        assertThat(custody.mayReturn("t1")).isTrue();
        assertThat(custody.giveBack("t1")).isTrue();
        assertThat(custody.giveBack("t1")).isFalse();
        assertThat(custody.mayReturn("t1")).isTrue();
        assertThat(custody.isLost("alice", LATE)).isFalse();
        assertThat(custody.take("alice", "two", "t2", NOON)).isFalse();
    }

    @Test
    void isWithdrawnOnlyIfNobodyHasIt() {
        given();
        custody.offer("bob");
        assertThat(custody.withdraw("alice")).isFalse();
        assertThat(custody.withdraw("bob")).isTrue();
        assertThat(custody.take("bob", "one", "t2", NOON)).isFalse();
    }

    @Test
    void aTakeThatGotNoGetsNothingLater() {
        given();
        assertThat(custody.take("alice", "two", "t2", NOON)).isFalse();
        assertThat(custody.release("t1")).isTrue();
        assertThat(custody.take("alice", "two", "t2", NOON)).as("nobody waits for that answer any more").isFalse();
        assertThat(custody.spend("t2")).isFalse();
        assertThat(custody.spend("")).isFalse();
        assertThat(custody.take("alice", "two", "t3", NOON)).isTrue();
        assertThat(custody.holds("t3")).isTrue();
        assertThat(custody.holds("t1")).isFalse();
    }

    @Test
    void nobodyTakesMoreThanItsPartOfWhatIsNotThrough() {
        List.of("alice", "bob", "carol").forEach(custody::offer);
        assertThat(custody.hasItsPart("one", 2)).isFalse();
        assertThat(custody.take("alice", "one", "t1", NOON)).isTrue();
        assertThat(custody.hasItsPart("one", 1)).as("alone").isFalse();
        assertThat(custody.hasItsPart("one", 2)).as("one of three").isFalse();
        assertThat(custody.take("bob", "one", "t2", NOON)).isTrue();
        assertThat(custody.hasItsPart("one", 2)).as("two of three").isTrue();
        assertThat(custody.hasItsPart("two", 2)).as("none of three").isFalse();
        assertThat(custody.giveBack("t1")).isTrue();
        assertThat(custody.hasItsPart("one", 2)).as("one of two").isTrue();
        assertThat(custody.withdraw("carol")).isTrue();
        assertThat(custody.release("t2")).isTrue();
        assertThat(custody.hasItsPart("one", 2)).as("none of one").isFalse();
        assertThat(custody.take("bob", "two", "t3", NOON)).isTrue();
        assertThat(custody.isLost("bob", LATE)).isTrue();
        custody.offer("dora");
        assertThat(custody.hasItsPart("two", 2)).as("what it lost is not with it").isFalse();
    }
}
