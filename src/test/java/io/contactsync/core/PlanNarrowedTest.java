package io.contactsync.core;

import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.plan;
import static io.contactsync.core.Fixtures.sweep;
import static io.contactsync.core.Fixtures.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What is left of a plan when some of it must not be, and how it is counted. */
class PlanNarrowedTest {

    private static final Change SWEEP = sweep("dora", "d2", "d1");
    private static final Plan ALL =
            plan(SWEEP, create("anna"), create("ben"), update("carl", "c"), update("dora", "d1"), delete("gone", "g"));

    @Test
    void aDoubleIsNoDeletion() {
        assertThat(ALL.count(Action.CREATE)).isEqualTo(2);
        assertThat(ALL.count(Action.UPDATE)).isEqualTo(2);
        assertThat(ALL.count(Action.DELETE)).isEqualTo(1);
        assertThat(ALL.sweeps()).isEqualTo(1);
        assertThat(Plan.takesAway(SWEEP)).isFalse();
        assertThat(Plan.takesAway(delete("gone", "g"))).isTrue();
        assertThat(Plan.takesAway(update("carl", "c"))).isFalse();
    }

    @Test
    void withoutItsCreatesTheyCountAsUnsettled() {
        Plan left = ALL.withoutCreates();
        assertThat(left.changes()).containsExactly(SWEEP, update("carl", "c"), update("dora", "d1"),
                delete("gone", "g"));
        assertThat(left.kept()).isEqualTo(Fixtures.kept(Kept.Reason.UNSETTLED, 2));
        assertThat(left.managed()).isEqualTo(ALL.managed());
    }

    @Test
    void whatGraphRefusesIsSparedButNeverADeletion() {
        Plan left = ALL.sparing(change -> change.key().equals(key("anna")) || change.key().equals(key("gone")));
        assertThat(left.changes()).containsExactly(SWEEP, create("ben"), update("carl", "c"), update("dora", "d1"),
                delete("gone", "g"));
        assertThat(left.kept()).isEqualTo(Fixtures.kept(Kept.Reason.REFUSED, 1));
        assertThat(ALL.sparing(change -> false)).isSameAs(ALL);
    }

    @Test
    void whatIsHeldStaysAndDoublesGoAllTheSame() {
        Hold hold = Hold.ofMailbox(Hold.Kind.DELETES, "m", List.of(delete("gone", "g")), 5, Limit.NONE, "", "");
        assertThat(ALL.without(List.of(hold)).changes()).containsExactly(SWEEP, create("anna"), create("ben"),
                update("carl", "c"), update("dora", "d1"));
        assertThat(ALL.without(List.of()).changes()).isEqualTo(ALL.changes());
    }

    @Test
    void aboutSomeContactsNothingElseIsLeft() {
        Plan touched = new Plan(ALL.changes(), 5, 1, Kept.NOTHING, java.util.Set.of(),
                List.of(update("carl", "c"), update("emma", "e")), List.of());
        Plan left = touched.about(key("carl")::equals);
        assertThat(left.changes()).containsExactly(update("carl", "c"));
        assertThat(left.touched()).containsExactly(update("carl", "c"));
        assertThat(left.managed()).isEqualTo(5);
        assertThat(left.unchanged()).isEqualTo(1);
    }

    @Test
    void ofAKeyWhoseDoubleStaysNothingGoes() {
        assertThat(ALL.only(change -> !change.isSweep()).changes()).containsExactly(create("anna"), create("ben"),
                update("carl", "c"), delete("gone", "g"));
        assertThat(ALL.only(change -> !change.key().equals(key("ben"))).changes())
                .containsExactly(SWEEP, create("anna"), update("carl", "c"), update("dora", "d1"), delete("gone", "g"));
        List<Change> asked = new ArrayList<>();
        ALL.only(asked::add);
        assertThat(asked).isEqualTo(ALL.changes());
    }
}
