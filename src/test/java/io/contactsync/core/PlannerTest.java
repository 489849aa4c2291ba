package io.contactsync.core;

import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.desired;
import static io.contactsync.core.Fixtures.filed;
import static io.contactsync.core.Fixtures.foreign;
import static io.contactsync.core.Fixtures.kept;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.otherInstance;
import static io.contactsync.core.Fixtures.ours;
import static io.contactsync.core.Fixtures.planned;
import static io.contactsync.core.Fixtures.policy;
import static io.contactsync.core.Fixtures.released;
import static io.contactsync.core.Fixtures.sweep;
import static io.contactsync.core.Fixtures.unproven;
import static io.contactsync.core.Fixtures.update;
import static io.contactsync.core.Fixtures.wanted;
import static io.contactsync.core.SourceState.COMPLETE;
import static io.contactsync.core.SourceState.HELD;
import static io.contactsync.core.SourceState.INCOMPLETE;
import static io.contactsync.core.SourceState.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Kept.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The planner's table, row by row: desired | current | expected. */
class PlannerTest {

    private static final Desired ANNA = desired(wanted("anna", "h1"));
    private static final Desired NOBODY = desired();
    private static final Kept NOTHING = Kept.NOTHING;

    static Stream<Arguments> table() {
        return Stream.of(
                row("wanted, not there", ANNA, of(), COMPLETE, changes(create("anna")), NOTHING),
                row("wanted, not there, source incomplete", ANNA, of(), INCOMPLETE, changes(create("anna")), NOTHING),
                row("wanted, not there, source held", ANNA, of(), HELD, changes(create("anna")), NOTHING),
                row("wanted, there as wanted", ANNA, of(ours("a", "anna", "h1")), COMPLETE, changes(), NOTHING),
                row("wanted, there with other content", ANNA, of(ours("a", "anna", "h0")), COMPLETE,
                        changes(update("anna", "a")), NOTHING),
                row("wanted, there with other content, source incomplete", ANNA, of(ours("a", "anna", "h0")),
                        INCOMPLETE, changes(update("anna", "a")), NOTHING),
                row("wanted, there without a hash", ANNA, of(ours("a", "anna", null)), COMPLETE,
                        changes(update("anna", "a", "")), NOTHING),
                row("wanted, released", ANNA, of(released("a", "anna")), COMPLETE, changes(),
                        kept(Reason.RELEASED, 1)),
                row("wanted, released before ours", ANNA, of(released("a", "anna"), ours("b", "anna", "h1")), COMPLETE,
                        changes(), kept(Reason.RELEASED, 1)),
                row("wanted, released after ours", ANNA, of(ours("b", "anna", "h0"), released("a", "anna")), COMPLETE,
                        changes(update("anna", "b")), kept(Reason.RELEASED, 1)),
                row("gone, source complete", NOBODY, of(ours("a", "anna", "h1")), COMPLETE,
                        changes(delete("anna", "a")), NOTHING),
                row("gone, source retired", NOBODY, of(ours("a", "anna", "h1")), RETIRED, changes(delete("anna", "a")),
                        NOTHING),
                row("gone, source incomplete", NOBODY, of(ours("a", "anna", "h1")), INCOMPLETE, changes(),
                        kept(Reason.INCOMPLETE_SOURCE, 1)),
                row("gone, source held", NOBODY, of(ours("a", "anna", "h1")), HELD, changes(),
                        kept(Reason.HELD_SOURCE, 1)),
                row("gone, source unknown", NOBODY, of(ours("a", "anna", "h1")), null, changes(),
                        kept(Reason.UNKNOWN_SOURCE, 1)),
                row("gone and released", NOBODY, of(released("a", "anna")), COMPLETE, changes(),
                        kept(Reason.RELEASED, 1)),
                row("twice, equal hashes: the older goes on", ANNA,
                        of(ours("b", "anna", "h1", 20), ours("a", "anna", "h1", 10)), COMPLETE,
                        changes(sweep("anna", "b", "a")), NOTHING),
                row("twice, of one age: the smaller id", ANNA,
                        of(ours("b", "anna", "h1", 10), ours("a", "anna", "h1", 10)), COMPLETE,
                        changes(sweep("anna", "b", "a")), NOTHING),
                row("twice, one of unknown age", ANNA, of(ours("a", "anna", "h1", 0), ours("b", "anna", "h1", 10)),
                        COMPLETE, changes(sweep("anna", "a", "b")), NOTHING),
                row("twice, the newer in the default folder", ANNA,
                        of(filed("a", "anna", "h1", 10), ours("b", "anna", "h1", 20)), COMPLETE,
                        changes(sweep("anna", "a", "b")), NOTHING),
                row("twice, and old: the one that counts is brought up to date, after the other was compared", ANNA,
                        of(ours("a", "anna", "h0", 10), ours("b", "anna", "h0", 20)), COMPLETE,
                        changes(sweep("anna", "b", "a", "h0"), update("anna", "a")), NOTHING),
                row("twice, only the one that counts is old", ANNA,
                        of(ours("a", "anna", "h0", 10), ours("b", "anna", "h1", 20)), COMPLETE,
                        changes(sweep("anna", "b", "a"), update("anna", "a")), NOTHING),
                row("twice, only the other is old", ANNA, of(ours("a", "anna", "h1", 10), ours("b", "anna", "h0", 20)),
                        COMPLETE, changes(sweep("anna", "b", "a", "h0")), NOTHING),
                row("three times", ANNA,
                        of(ours("a", "anna", "h1", 1), ours("b", "anna", "h1", 2), ours("c", "anna", "h1", 3)),
                        COMPLETE, changes(sweep("anna", "b", "a"), sweep("anna", "c", "a")), NOTHING),
                row("twice, source incomplete: nothing is lost", ANNA,
                        of(ours("a", "anna", "h1", 1), ours("b", "anna", "h1", 2)), INCOMPLETE,
                        changes(sweep("anna", "b", "a")), NOTHING),
                row("twice, source held", ANNA, of(ours("a", "anna", "h1", 1), ours("b", "anna", "h1", 2)), HELD,
                        changes(sweep("anna", "b", "a")), NOTHING),
                row("twice, one released", ANNA, of(ours("a", "anna", "h1", 1), released("b", "anna")), COMPLETE,
                        changes(), kept(Reason.RELEASED, 1)),
                row("in a folder of its owner's", ANNA, of(filed("a", "anna", "h1", 10)), COMPLETE, changes(), NOTHING),
                row("in a folder of its owner's, other content", ANNA, of(filed("a", "anna", "h0", 10)), COMPLETE,
                        changes(update("anna", "a")), NOTHING),
                row("gone, in a folder of its owner's", NOBODY, of(filed("a", "anna", "h1", 10)), COMPLETE,
                        changes(delete("anna", "a")), NOTHING),
                row("gone, and there twice", NOBODY, of(ours("a", "anna", "h1", 1), filed("b", "anna", "h1", 2)),
                        COMPLETE, changes(sweep("anna", "b", "a"), delete("anna", "a")), NOTHING),
                row("the category without a key", NOBODY, of(unproven("x")), COMPLETE, changes(),
                        kept(Reason.UNPROVEN, 1)),
                row("another instance's, wanted by us too", ANNA, of(otherInstance("x", "anna")), COMPLETE, changes(),
                        kept(Reason.OTHER_INSTANCE, 1).and(Reason.ELSEWHERE, 1)),
                row("another instance's, before ours", ANNA, of(otherInstance("x", "anna"), ours("a", "anna", "h1")),
                        COMPLETE, changes(), kept(Reason.OTHER_INSTANCE, 1)),
                row("another instance's, after ours", ANNA, of(ours("a", "anna", "h0"), otherInstance("x", "anna")),
                        COMPLETE, changes(update("anna", "a")), kept(Reason.OTHER_INSTANCE, 1)),
                row("another instance's, twice", ANNA, of(otherInstance("x", "anna"), otherInstance("y", "anna")),
                        COMPLETE, changes(), kept(Reason.OTHER_INSTANCE, 2).and(Reason.ELSEWHERE, 1)),
                row("another instance's, of somebody else", ANNA, of(otherInstance("x", "ben")), COMPLETE,
                        changes(create("anna")), kept(Reason.OTHER_INSTANCE, 1)),
                row("listed twice", ANNA, of(ours("a", "anna", "h1"), ours("a", "anna", "h1")), COMPLETE, changes(),
                        NOTHING),
                row("listed twice, with other content", ANNA, of(ours("a", "anna", "h0"), ours("a", "anna", "h0")),
                        COMPLETE, changes(update("anna", "a")), NOTHING),
                row("listed twice, and a duplicate between", ANNA,
                        of(ours("a", "anna", "h1"), ours("b", "anna", "h1"), ours("a", "anna", "h1"),
                                ours("b", "anna", "h1")), COMPLETE, changes(sweep("anna", "b", "a")), NOTHING),
                row("gone, listed twice", NOBODY, of(ours("a", "anna", "h1"), ours("a", "anna", "h1")), COMPLETE,
                        changes(delete("anna", "a")), NOTHING),
                row("gone, listed twice, source incomplete", NOBODY,
                        of(ours("a", "anna", "h1"), ours("a", "anna", "h1")), INCOMPLETE, changes(),
                        kept(Reason.INCOMPLETE_SOURCE, 1)),
                row("another instance's", NOBODY, of(otherInstance("x", "anna")), COMPLETE, changes(),
                        kept(Reason.OTHER_INSTANCE, 1)),
                row("neither mark", NOBODY, of(foreign("x")), COMPLETE, changes(), NOTHING));
    }

    private static Arguments row(String name, Desired desired, List<CurrentContact> current, SourceState state,
            List<Change> changes, Kept kept) {
        return Arguments.of(name, desired, current, state, changes, kept);
    }

    private static List<CurrentContact> of(CurrentContact... contacts) {
        return List.of(contacts);
    }

    private static List<Change> changes(Change... changes) {
        return List.of(changes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void plansAsTheTableSays(String name, Desired desired, List<CurrentContact> current, SourceState state,
            List<Change> expected, Kept kept) {
        Plan plan = planned(desired, Set.of(), current.iterator(), policy(state), key -> false);
        assertThat(plan.changes()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("reason")
                .isEqualTo(expected);
        assertThat(counts(plan.kept())).isEqualTo(kept);
    }

    /** Without the names of other installations, which have a test of their own. */
    private static Kept counts(Kept kept) {
        return new Kept(kept.counts(), Set.of());
    }

    @Test
    void leavesAKeyAloneWhoseCreateWasSentAMomentAgo() {
        Plan plan = planned(ANNA, Set.of(), Stream.<CurrentContact>empty().iterator(), policy(COMPLETE),
                key("anna")::equals);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.kept()).isEqualTo(kept(Reason.UNSETTLED, 1));
    }

    @Test
    void countsARecentCreateAsConfirmedOnlyIfItIsListedAndDesired() {
        Iterator<CurrentContact> current =
                List.of(ours("a", "anna", "h1"), ours("a2", "anna", "h1"), ours("b", "ben", "h1")).iterator();
        Plan plan = planned(ANNA, Set.of(), current, policy(INCOMPLETE), key -> true);
        assertThat(plan.kept().of(Reason.CONFIRMED)).isEqualTo(1);
        assertThat(plan.kept().of(Reason.UNSETTLED)).isZero();
    }

    @Test
    void writesNobodyTheirOwnCard() {
        Plan plan = planned(ANNA, Set.of(key("anna")), Stream.<CurrentContact>empty().iterator(), policy(COMPLETE),
                key -> false);
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void takesTheirOwnCardOutOnlyIfTheSourceWasReadCompletely() {
        List<CurrentContact> current = List.of(ours("a", "anna", "h1"));
        assertThat(planned(ANNA, Set.of(key("anna")), current.iterator(), policy(COMPLETE), key -> false)
                .count(Action.DELETE)).isEqualTo(1);
        assertThat(
                planned(ANNA, Set.of(key("anna")), current.iterator(), policy(INCOMPLETE), key -> false).changes())
                .isEmpty();
    }

    @Test
    void saysWhyAContactGoes() {
        List<CurrentContact> current =
                List.of(ours("a", "anna", "h1"), ours("a2", "anna", "h1"), ours("b", "ben", "h1"));
        assertThat(planned(ANNA, Set.of(), current.iterator(), policy(COMPLETE), key -> false).changes())
                .extracting(Change::reason)
                .containsExactly("double, nothing is lost", "gone from its source");
        assertThat(planned(NOBODY, Set.of(), current.iterator(), policy(RETIRED), key -> false).changes())
                .extracting(Change::reason)
                .containsExactly("double, nothing is lost", "source retired", "source retired");
    }

    @Test
    void ordersCreatesThenUpdatesThenDeletesEachByKey() {
        Desired three = desired(wanted("zoe", "h"), wanted("ben", "h"), wanted("anna", "h"));
        List<CurrentContact> current = List.of(ours("d", "dora", "h"), ours("b", "ben", "old"), ours("c", "carl", "h"));
        assertThat(planned(three, Set.of(), current.iterator(), policy(COMPLETE), key -> false).changes())
                .extracting(change -> change.action() + " " + change.key().id())
                .containsExactly("CREATE anna", "CREATE zoe", "UPDATE ben", "DELETE carl", "DELETE dora");
    }

    @Test
    void countsAContactThatIsListedTwiceOnce() {
        List<CurrentContact> current = List.of(ours("a", "anna", "h1"), ours("b", "ben", "h1"), ours("a", "anna", "h1"),
                ours("b", "ben", "h1"));
        Plan plan = planned(ANNA, Set.of(), current.iterator(), policy(COMPLETE), key -> true);
        assertThat(plan.managed()).isEqualTo(2);
        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(plan.kept().of(Reason.CONFIRMED)).isEqualTo(1);
    }

    @Test
    void doesNotTakeTheirOwnCardOfAnotherInstanceForADesiredOne() {
        Plan plan = planned(ANNA, Set.of(key("anna")), List.of(otherInstance("x", "anna")).iterator(),
                policy(COMPLETE), key -> false);
        assertThat(plan.changes()).isEmpty();
        assertThat(counts(plan.kept())).isEqualTo(kept(Reason.OTHER_INSTANCE, 1));
    }

    @Test
    void refusesAKeyThatIsDesiredTwice() {
        assertThatThrownBy(() -> desired(wanted("anna", "h1"), wanted("anna", "h2")))
                .hasMessage("the key staff|anna is desired twice");
    }
}
