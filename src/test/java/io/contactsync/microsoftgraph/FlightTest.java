package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.microsoftgraph.Flight.Load;
import org.junit.jupiter.api.Test;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** How much is under way at a time, answer by answer. */
class FlightTest {

    private static final int MOST = 350;
    private static final int BATCH = 20;
    private static final long USUAL = 100_000_000;

    private static Flight times(Flight flight, int times, UnaryOperator<Flight> what) {
        return IntStream.range(0, times).boxed().reduce(flight, (now, next) -> what.apply(now), (one, two) -> two);
    }

    /** As many batches as there may be. */
    private static Load full(Flight flight) {
        return new Load(flight.calls(), flight.calls() * 4);
    }

    private static Flight well(Flight flight, int times) {
        return times(flight, times, now -> now.answered(BATCH, full(now), USUAL));
    }

    private static Flight refused(Flight flight, int times) {
        return times(flight, times, now -> now.answered(BATCH, full(now), 0).refused(BATCH, full(now)));
    }

    /** With 128 calls, and as fast as ever. */
    private static Flight proven() {
        return well(Flight.begin(MOST), Flight.FIRST);
    }

    private static Flight withFourPlaces() {
        Load lists = new Load(8, 8);
        return times(Flight.begin(MOST), 3, now -> now.answered(1, lists, 0).refused(1, lists));
    }

    @Test
    void beginsModestlyAndGoesUpByEachAnswerAsLongAsNothingIsRefused() {
        assertThat(Flight.begin(MOST).calls()).isEqualTo(8);
        assertThat(well(Flight.begin(MOST), 7).calls()).isEqualTo(8);
        assertThat(proven().calls()).as("more than four at a time").isEqualTo(128);
        assertThat(well(proven(), 128).calls()).isEqualTo(256);
        assertThat(well(proven(), 221).calls()).isEqualTo(349);
        assertThat(well(proven(), 10_000).calls()).as("never above the most").isEqualTo(MOST);
        assertThat(well(Flight.begin(5), 100).calls()).isEqualTo(5);
    }

    @Test
    void doesNotGoUpWhereNotAllOfItIsUsed() {
        Load one = Load.NONE.and(1);
        assertThat(times(Flight.begin(MOST), 100, now -> now.answered(1, one, 0)).calls()).isEqualTo(8);
        assertThat(times(proven(), 200, now -> now.answered(BATCH, Load.NONE.and(BATCH), USUAL)).calls())
                .isEqualTo(128);
        Flight four = times(withFourPlaces(), 1_000, now -> now.answered(1, one, 0));
        assertThat(four.limit()).isEqualTo(4);
        Flight late = times(Flight.begin(MOST), 5, now -> now.answered(1, one, 0));
        assertThat(well(late, 7).calls()).as("what came before tells nothing").isEqualTo(8);
    }

    @Test
    void aBatchTakesFourPlacesAndASingleCallOne() {
        Flight four = withFourPlaces();
        assertThat(four.limit()).isEqualTo(4);
        assertThat(four.admits(BATCH, Load.NONE)).isTrue();
        assertThat(four.admits(BATCH, Load.NONE.and(1))).isFalse();
        assertThat(four.admits(1, Load.NONE.and(BATCH))).isFalse();
        assertThat(four.admits(1, new Load(3, 3))).isTrue();
        assertThat(four.admits(1, new Load(4, 4))).isFalse();
        Flight five = new Flight(5, MOST, 1, 0, four.round(), 0);
        assertThat(five.admits(1, Load.NONE.and(BATCH))).as("a single call tries for more").isTrue();
        assertThat(five.admits(BATCH, Load.NONE.and(1))).as("a batch would be refused as a whole").isFalse();
        Flight begin = Flight.begin(MOST);
        assertThat(begin.admits(1, new Load(7, 7))).isTrue();
        assertThat(begin.admits(1, new Load(8, 8))).as("until something was refused all count as four").isFalse();
    }

    @Test
    void isHalvedWhereSeveralAreRefusedAtOnceAndNotForAStrayRefusal() {
        assertThat(refused(proven(), 2).patience()).isZero();
        assertThat(refused(proven(), 3).calls()).as("three, and nobody else").isEqualTo(64);
        assertThat(refused(proven(), 100).limit()).as("but never to less than a batch needs").isEqualTo(4);
        Flight many = times(well(Flight.begin(128), 72), 31, now -> refused(now, 1));
        assertThat(many.patience()).isZero();
        assertThat(refused(many, 1).patience()).as("a quarter of all").isEqualTo(1);
        Flight eighth = times(proven(), 100, now -> refused(well(now, 7), 1));
        assertThat(eighth.patience()).as("an eighth").isZero();
    }

    @Test
    void halvesWhatWasUnderWay() {
        assertThat(withFourPlaces().limit()).as("eight lists take eight places").isEqualTo(4);
        Load few = new Load(40, 40);
        assertThat(times(proven(), 3, now -> now.answered(1, few, 0).refused(1, few)).limit()).isEqualTo(20);
        Flight five = new Flight(5, MOST, 1, 0, withFourPlaces().round(), 0);
        assertThat(five.refused(1, new Load(2, 5)).limit()).as("the single call that tried").isEqualTo(4);
    }

    @Test
    void goesUpAgainTheSlowerTheMoreOftenItWasHalvedInVain() {
        Flight once = refused(proven(), 3);
        assertThat(well(once, 64).calls()).isEqualTo(64);
        assertThat(well(once, 65).calls()).isEqualTo(80);
        Flight twice = refused(once, 3);
        assertThat(well(twice, 4 * 32 - 1).calls()).isEqualTo(32);
        assertThat(well(twice, 4 * 32).calls()).isEqualTo(40);
        Flight often = refused(proven(), 100);
        assertThat(often.limit()).isEqualTo(4);
        assertThat(often.patience()).isEqualTo(Flight.LONGEST_PATIENCE);
        assertThat(well(often, 127).limit()).isEqualTo(4);
        assertThat(well(often, 128).limit()).isEqualTo(5);
        assertThat(well(often, 3_000).calls()).as("and by and by all is as before").isGreaterThan(64);
    }

    @Test
    void doesNotGoUpWhileAnswersComeSlower() {
        Flight flight = well(proven(), 128);
        Flight slower = times(flight, 128, now -> now.answered(BATCH, full(now), 3 * USUAL));
        assertThat(slower.calls()).isEqualTo(256);
        assertThat(times(flight, 3_000, now -> now.answered(BATCH, full(now), 3 * USUAL)).calls())
                .as("what stays so is taken for usual").isEqualTo(MOST);
        assertThat(times(slower, 64, now -> now.answered(1, full(now), 0)).calls())
                .as("what is no batch tells nothing of it").isEqualTo(320);
    }

    /** Graph counts four at a time for the whole application, each of 100 ms; who is refused waits a second. */
    @Test
    void findsOutWhatGraphTakesWhereItCountsByApplication() {
        for (int mailboxes : new int[] {12, 20, 40, 60, 350}) {
            for (int contacts : new int[] {20, 500}) {
                FlightModel model = new FlightModel(mailboxes, contacts, 4);
                model.play();
                String told = mailboxes + " mailboxes of " + contacts + ": " + model;
                assertThat(model.refused() * 100.0 / model.requests()).as(told).isLessThan(2);
                assertThat(model.efficiency()).as(told).isGreaterThan(0.8);
            }
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
