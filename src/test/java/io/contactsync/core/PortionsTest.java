package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contacts that are read before a plan holds: how many at a time, how often, and when. */
class PortionsTest {

    private static final Instant NOON = Fixtures.NOON;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Answer READ = new Answer(200, "", null, null);
    private static final Answer LATER = new Answer(503, "", null, null);

    private static Portions<Integer> portions(int contacts) {
        return Portions.of(IntStream.range(0, contacts).boxed().toList());
    }

    private static Portions<Integer> answered(Portions<Integer> portions, Answer... answers) {
        List<Answer> all = new ArrayList<>(List.of(answers));
        all.addAll(Collections.nCopies(portions.portion().size() - all.size(), READ));
        return portions.answered(all, LONGEST, NOON, 0);
    }

    private static Portions<Integer> unanswered(Portions<Integer> portions) {
        return answered(portions, Collections.nCopies(portions.portion().size(), LATER).toArray(Answer[]::new));
    }

    private static Answer told(Duration wait) {
        return new Answer(429, "", wait, null);
    }

    @Test
    void oneBatchIsReadAtATime() {
        List<Integer> sizes = new ArrayList<>();
        Portions<Integer> portions = portions(45);
        for (; portions.isRunning(); portions = answered(portions)) {
            sizes.add(portions.portion().size());
            assertThat(portions.waitUntil()).isNull();
        }
        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(portions.left()).isEmpty();
    }

    @Test
    void whatMayBeAnsweredLaterIsAskedForAfterAllOthersAndThatIsARepetition() {
        Portions<Integer> portions = answered(portions(25), READ, LATER);
        assertThat(portions.waitUntil()).isEqualTo(NOON.plusMillis(500));
        assertThat(portions.isRepeated()).isFalse();
        assertThat(portions.portion()).containsExactly(20, 21, 22, 23, 24);
        portions = answered(portions);
        assertThat(portions.isRepeated()).isTrue();
        assertThat(portions.portion()).containsExactly(1);
        assertThat(answered(portions).isRunning()).isFalse();
    }

    @Test
    void aPortionThatIsAskedAgainHoldsNoMoreThanABatch() {
        Portions<Integer> portions = unanswered(unanswered(portions(30)));
        assertThat(portions.isRepeated()).isTrue();
        assertThat(portions.portion()).hasSize(20).startsWith(0, 1);
        portions = answered(portions, LATER);
        assertThat(portions.portion()).containsExactly(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 0);
        assertThat(portions.vain()).isZero();
    }

    @Test
    void afterFivePortionsInVainTheRestIsLeft() {
        Portions<Integer> portions = portions(2);
        for (int times = 1; times < Portions.TRIES; times++) {
            portions = unanswered(portions);
            assertThat(portions.isRunning()).isTrue();
            assertThat(portions.waitUntil()).isEqualTo(NOON.plusMillis(500L << times - 1));
        }
        portions = unanswered(portions);
        assertThat(portions.isRunning()).isFalse();
        assertThat(portions.left()).containsExactly(0, 1);
    }

    @Test
    void aContactThatComesBeginsTheCountAnew() {
        Portions<Integer> portions = portions(2);
        for (int times = 1; times < Portions.TRIES; times++) {
            portions = unanswered(portions);
        }
        portions = unanswered(answered(portions, LATER));
        assertThat(portions.isRunning()).isTrue();
        assertThat(portions.vain()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404, ErrorItemNotFound", "403, ErrorAccessDenied", "400, ErrorInvalidRequest"})
    void whatWillNotComeIsThrough(int status, String code) {
        Portions<Integer> portions = answered(portions(1), new Answer(status, code, null, null));
        assertThat(portions.isRunning()).isFalse();
        assertThat(portions.left()).isEmpty();
    }

    @Test
    void theLongestWaitThatIsToldIsKept() {
        Portions<Integer> portions = answered(portions(30), told(Duration.ofSeconds(20)), told(Duration.ofSeconds(90)),
                told(Duration.ofSeconds(30)));
        assertThat(portions.waitUntil()).isEqualTo(NOON.plusSeconds(90));
        Answer last = new Answer(200, "", Duration.ofSeconds(7), null);
        assertThat(answered(portions(30), last).waitUntil()).as("with what was read").isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void whoIsToldToWaitTooLongLeavesTheRest() {
        assertThat(answered(portions(1), told(LONGEST)).isRunning()).isTrue();
        Portions<Integer> portions = answered(portions(30), told(LONGEST.plusSeconds(1)));
        assertThat(portions.isRunning()).isFalse();
        assertThat(portions.left()).containsExactly(0, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    }

    @Test
    void afterAStopNothingMoreIsAskedFor() {
        Portions<Integer> portions = answered(portions(22), LATER).until(NOON.plusSeconds(9)).stopped();
        assertThat(portions.isRunning()).isFalse();
        assertThat(portions.portion()).isEmpty();
        assertThat(portions.left()).containsExactly(0, 20, 21);
    }
}
