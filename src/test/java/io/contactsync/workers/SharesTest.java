package io.contactsync.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Who takes how much of the application's pace. */
class SharesTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Offset<Double> EXACT = within(1e-9);

    private final Shares shares = new Shares();

    private double of(String worker, long refusals, int second) {
        return shares.of(worker, refusals, NOON.plusSeconds(second));
    }

    @Test
    void eachTakesAnEqualPart() {
        assertThat(of("one", 0, 0)).isEqualTo(1, EXACT);
        assertThat(of("two", 0, 1)).isEqualTo(1.0 / 2, EXACT);
        assertThat(of("one", 0, 2)).isEqualTo(1.0 / 2, EXACT);
    }

    @Test
    void whoIsNotHeardLeavesItsPartToTheOthers() {
        of("one", 0, 0);
        of("two", 0, 0);
        assertThat(of("one", 0, 30)).isEqualTo(1.0 / 2, EXACT);
        assertThat(of("one", 0, 31)).isEqualTo(1, EXACT);
    }

    @Test
    void allIsHalvedOnceARefusalAndGrowsBackStepByStep() {
        assertThat(of("one", 0, 0)).isEqualTo(1, EXACT);
        assertThat(of("one", 3, 1)).isEqualTo(1.0 / 2, EXACT);
        assertThat(of("one", 9, 2)).as("refused for what was sent before").isEqualTo(1.0 / 2, EXACT);
        assertThat(of("one", 10, 11)).isEqualTo(1.0 / 4, EXACT);
        assertThat(of("one", 10, 21)).isEqualTo(1.25 / 4, EXACT);
        assertThat(shares.of("one", NOON.plusSeconds(22))).as("a letter that says nothing of it")
                .isEqualTo(1.25 / 4, EXACT);
        for (int second = 31; second < 131; second += 10) {
            of("one", 10, second);
        }
        assertThat(of("one", 10, 131)).isEqualTo(1, EXACT);
    }

    @Test
    void aWorkerThatWasStartedAgainIsHeardOfItsFirstRefusals() {
        of("one", 50, 0);
        assertThat(of("one", 50, 10)).as("no more of them").isEqualTo(1.25 / 2, EXACT);
        assertThat(of("one", 0, 20)).as("started again").isEqualTo(1.5625 / 2, EXACT);
        assertThat(of("one", 3, 30)).as("long before it has as many as before").isEqualTo(1.5625 / 4, EXACT);
        assertThat(of("one", 3, 40)).isEqualTo(1.25 * 1.5625 / 4, EXACT);
        assertThat(of("one", 2, 50)).as("started once more, and refused before it was heard")
                .isEqualTo(1.25 * 1.5625 / 8, EXACT);
    }

    @Test
    void whatOneIsToldToWaitAllWait() {
        assertThat(shares.pauseMillis(0, NOON)).isZero();
        assertThat(shares.pauseMillis(5_000, NOON)).isEqualTo(5_000);
        assertThat(shares.pauseMillis(0, NOON.plusSeconds(2))).isEqualTo(3_000);
        assertThat(shares.pauseMillis(0, NOON.plusSeconds(9))).isZero();
    }

    @Test
    void somethingIsAlwaysLeft() {
        for (int step = 1; step < 100; step++) {
            assertThat(of("one", step, 10 * step)).isGreaterThan(1.0 / 65);
        }
    }

    @Test
    void aWorkerIsCountedForAWhileAfterItAsked() {
        assertThat(shares.workers("one", NOON)).isEqualTo(1);
        assertThat(shares.workers("two", NOON.plusSeconds(20))).isEqualTo(2);
        assertThat(shares.workers("two", NOON.plusSeconds(31))).isEqualTo(1);
    }
}
