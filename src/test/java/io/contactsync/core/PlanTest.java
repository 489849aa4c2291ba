package io.contactsync.core;

import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.desired;
import static io.contactsync.core.Fixtures.foreign;
import static io.contactsync.core.Fixtures.kept;
import static io.contactsync.core.Fixtures.otherInstance;
import static io.contactsync.core.Fixtures.ours;
import static io.contactsync.core.Fixtures.planned;
import static io.contactsync.core.Fixtures.policy;
import static io.contactsync.core.Fixtures.released;
import static io.contactsync.core.Fixtures.unproven;
import static io.contactsync.core.Fixtures.update;
import static io.contactsync.core.Fixtures.wanted;
import static io.contactsync.core.SourceState.COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A plan beside a second list of the mailbox: what that one shows is not created. */
class PlanTest {

    private static final Desired ANNA = desired(wanted("anna", "h1"));

    @Test
    void createsOnlyWhatASecondListDoesNotShowEither() {
        Desired four = desired(wanted("anna", "h1"), wanted("ben", "h1"), wanted("carl", "h1"), wanted("dora", "h1"));
        Plan plan = planned(four, Set.of(), List.of(ours("d", "dora", "h0"), ours("g", "gone", "h1")).iterator(),
                policy(COMPLETE), key -> false);
        assertThat(plan.changes()).containsExactly(create("anna"), create("ben"), create("carl"), update("dora", "d"),
                delete("gone", "g"));
        List<CurrentContact> second = List.of(ours("d", "dora", "h"), ours("a", "anna", "h"), released("b", "ben"),
                foreign("x"), unproven("y"));
        Plan confirmed = plan.confirmedBy(second.iterator());
        assertThat(confirmed.changes()).containsExactly(create("carl"), update("dora", "d"), delete("gone", "g"));
        assertThat(confirmed.kept()).isEqualTo(kept(Kept.Reason.UNSETTLED, 2));
        assertThat(confirmed.managed()).isEqualTo(plan.managed());
        assertThat(confirmed.unchanged()).isEqualTo(plan.unchanged());
    }

    @Test
    void doesNotCreateWhatASecondListShowsAsAnotherInstances() {
        Plan plan =
                planned(ANNA, Set.of(), Stream.<CurrentContact>empty().iterator(), policy(COMPLETE), key -> false);
        assertThat(plan.confirmedBy(List.of(otherInstance("x", "anna")).iterator()).changes()).isEmpty();
    }

    @Test
    void keepsThePlanIfASecondListShowsTheSame() {
        Plan plan =
                planned(ANNA, Set.of(), Stream.<CurrentContact>empty().iterator(), policy(COMPLETE), key -> false);
        assertThat(plan.confirmedBy(List.of(foreign("x"), ours("b", "ben", "h")).iterator())).isEqualTo(plan);
    }
}
