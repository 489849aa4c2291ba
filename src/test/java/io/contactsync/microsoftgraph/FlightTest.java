package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** How many calls are under way at a time, answer by answer. */
class FlightTest {

    private static final int MOST = 350;
    private static final long USUAL = 100_000_000;

    private static Flight times(Flight flight, int times, UnaryOperator<Flight> what) {
        return IntStream.range(0, times).boxed().reduce(flight, (now, next) -> what.apply(now), (one, two) -> two);
    }

    private static Flight well(Flight flight, int times) {
        return times(flight, times, now -> now.answered(USUAL));
    }

    private static Flight refused(Flight flight, int times) {
        return times(flight, times, now -> now.answered(0).refused());
    }

    @Test
    void beginsModestlyAndGoesUpByEachAnswerAsLongAsNothingIsRefused() {
        Flight flight = Flight.begin(MOST);
        assertThat(flight.limit()).isEqualTo(64);
        assertThat(well(flight, 64).limit()).isEqualTo(128);
        assertThat(well(flight, 285).limit()).isEqualTo(349);
        assertThat(well(flight, 10_000).limit()).as("never above the most").isEqualTo(MOST);
        assertThat(well(Flight.begin(5), 100).limit()).isEqualTo(5);
    }

    @Test
    void isHalvedWhereSeveralAreRefusedAtOnceAndNotForAStrayRefusal() {
        Flight flight = well(Flight.begin(64), 40);
        assertThat(refused(flight, 15).limit()).isEqualTo(64);
        assertThat(refused(flight, 16).limit()).as("a quarter of all").isEqualTo(32);
        assertThat(refused(Flight.begin(64), 2).limit()).isEqualTo(64);
        assertThat(refused(Flight.begin(64), 3).limit()).as("three, and nobody else").isEqualTo(32);
        assertThat(refused(Flight.begin(64), 20).limit()).as("but never to nothing").isEqualTo(1);
        assertThat(well(times(well(Flight.begin(MOST), 40), 5, Flight::refused), 1).limit())
                .as("an eighth of a round").isEqualTo(105);
        assertThat(well(times(well(Flight.begin(MOST), 40), 6, Flight::refused), 1).limit())
                .as("more than an eighth").isEqualTo(104);
    }

    @Test
    void goesUpAgainTheSlowerTheMoreOftenItWasHalvedInVain() {
        Flight once = refused(Flight.begin(MOST), 3);
        assertThat(once.limit()).isBetween(32, 34);
        assertThat(well(once, once.limit() - 1).limit()).isEqualTo(once.limit());
        assertThat(well(once, once.limit()).limit()).isEqualTo(once.limit() * 5 / 4);
        Flight twice = refused(once, 3);
        assertThat(well(twice, 4 * twice.limit() - 1).limit()).isEqualTo(twice.limit());
        assertThat(well(twice, 4 * twice.limit()).limit()).isEqualTo(twice.limit() * 5 / 4);
        Flight atOne = refused(Flight.begin(MOST), 100);
        assertThat(atOne.patience()).isEqualTo(Flight.LONGEST_PATIENCE);
        assertThat(well(atOne, 127).limit()).isEqualTo(1);
        assertThat(well(atOne, 128).limit()).isEqualTo(2);
        assertThat(well(atOne, 1_500).limit()).as("and by and by all is as before").isGreaterThan(64);
    }

    @Test
    void doesNotGoUpWhileAnswersComeSlower() {
        Flight flight = well(Flight.begin(MOST), 64);
        Flight slower = times(flight, 64, now -> now.answered(3 * USUAL));
        assertThat(slower.limit()).isEqualTo(128);
        assertThat(times(flight, 1_000, now -> now.answered(3 * USUAL)).limit())
                .as("what stays so is taken for usual").isEqualTo(MOST);
        assertThat(times(slower, 64, now -> now.answered(0)).limit())
                .as("what is no batch tells nothing of it").isEqualTo(192);
    }

    /** Graph counts four at a time for the whole application, each of 100 ms; who is refused waits a second. */
    @Test
    void findsOutWhatGraphTakesWhereItCountsByApplication() {
        for (int mailboxes : new int[] {20, 60, 350}) {
            FlightModel model = new FlightModel(mailboxes, 500, 4);
            model.play();
            assertThat(model.refused() * 100.0 / model.requests()).as("%d mailboxes: %s", mailboxes, model)
                    .isLessThan(2);
            assertThat(model.efficiency()).as("%d mailboxes: %s", mailboxes, model).isGreaterThan(0.8);
        }
    }

    @Test
    void losesLittleWhereNothingIsRefused() {
        FlightModel model = new FlightModel(200, 500, Integer.MAX_VALUE);
        model.play();
        assertThat(model.refused()).isZero();
        assertThat(model.millis()).as(model.toString()).isLessThan(12_500 * 100 / 95);
    }
}
