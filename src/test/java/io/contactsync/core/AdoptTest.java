package io.contactsync.core;

import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.desired;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.otherInstance;
import static io.contactsync.core.Fixtures.ours;
import static io.contactsync.core.Fixtures.policy;
import static io.contactsync.core.Fixtures.update;
import static io.contactsync.core.Fixtures.wanted;
import static io.contactsync.core.Kept.Reason.ELSEWHERE;
import static io.contactsync.core.Kept.Reason.OTHER_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** Another installation's contacts, taken over in one run because a human said so. */
class AdoptTest {

    private static final Desired ANNA = desired(wanted("anna", "h"));

    private static Plan plan(SourceState state, CurrentContact... current) {
        return Fixtures.planned(ANNA, Set.of(), List.of(current).iterator(), policy(state).adopting(Set.of("branch")),
                key -> false);
    }

    @Test
    void becomesOursByAnUpdateWhateverItsHash() {
        Plan plan = plan(SourceState.COMPLETE, otherInstance("x", "anna"));
        assertThat(plan.changes())
                .containsExactly(Change.update(key("anna"), "x", "adopted", "v1", "h", "h"));
        assertThat(plan.managed()).isEqualTo(1);
    }

    @Test
    void isKeptIfNobodyWantsItUnlessItsSourceIsRetired() {
        assertThat(plan(SourceState.COMPLETE, ours("a", "anna", "h"), otherInstance("x", "ben")).changes()).isEmpty();
        assertThat(plan(SourceState.COMPLETE, ours("a", "anna", "h"), otherInstance("x", "ben")).kept()
                .of(OTHER_INSTANCE))
                .isEqualTo(1);
        assertThat(plan(SourceState.RETIRED, ours("a", "anna", "h"), otherInstance("x", "ben")).changes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reason", "before")
                .containsExactly(delete("ben", "x"));
    }

    @Test
    void nothingGoesBesideOursUntilItIsOursToo() {
        assertThat(plan(SourceState.COMPLETE, ours("a", "anna", "h", 1), otherInstance("x", "anna")).changes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reason", "before", "after")
                .containsExactly(update("anna", "x"));
    }

    @Test
    void withoutTheCategoryItIsLeftAlone() {
        CurrentContact released = new CurrentContact("x", "v1", false, new HiddenKey("branch", key("anna")), "h");
        assertThat(plan(SourceState.COMPLETE, released).changes()).isEmpty();
    }

    @Test
    void anotherOneIsNotAdopted() {
        CurrentContact third = new CurrentContact("x", "v1", true, new HiddenKey("third", key("anna")), "h");
        assertThat(plan(SourceState.COMPLETE, third).changes()).isEmpty();
        assertThat(plan(SourceState.COMPLETE, third).kept().of(ELSEWHERE)).isEqualTo(1);
    }
}
