package io.contactsync.core;

import static io.contactsync.core.Fixtures.INSTANCE;
import static io.contactsync.core.Fixtures.foreign;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.otherInstance;
import static io.contactsync.core.Fixtures.ours;
import static io.contactsync.core.Fixtures.released;
import static io.contactsync.core.Fixtures.unproven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactsync.core.Kept.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Current contacts and a scope in, a plan of deletions out. */
class RemovalTest {

    /** A policy that knows no source: a removal asks none. */
    private static final Policy POLICY = new Policy(INSTANCE, Map.of(), Set.of());

    private static Plan all(CurrentContact... current) {
        return plan(key -> true, key -> false, 0, current);
    }

    private static Plan plan(Predicate<ContactKey> scope, Predicate<ContactKey> recent, int sent,
            CurrentContact... current) {
        return Removal.plan(List.of(current).iterator(), POLICY, scope, Removal.REMOVED, recent, sent);
    }

    private static List<String> deleted(Plan plan) {
        assertThat(plan.changes()).allMatch(change -> change.action() == Action.DELETE);
        return plan.changes().stream().map(Change::contactId).toList();
    }

    @Test
    void whatIsOursGoesWhateverItHoldsBoundToItsVersion() {
        Plan plan = all(ours("c2", "b", "h2"), ours("c1", "a", null));
        assertThat(plan.changes()).containsExactly(Change.delete(key("a"), "c1", Removal.REMOVED, "v1", ""),
                Change.delete(key("b"), "c2", Removal.REMOVED, "v1", "h2"));
        assertThat(plan.managed()).isEqualTo(2);
    }

    @Test
    void whatLacksAMarkOrIsAnotherInstallationsStays() {
        Plan plan = all(released("r", "a"), otherInstance("o", "b"), unproven("u"), foreign("f"));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.managed()).isZero();
        assertThat(plan.kept().counts()).isEqualTo(
                Map.of(Reason.RELEASED, 1, Reason.OTHER_INSTANCE, 1, Reason.UNPROVEN, 1));
        assertThat(plan.apart()).containsExactlyInAnyOrder(key("a"), key("b"));
    }

    @Test
    void aContactBesideAReleasedOneOfTheSamePersonGoesAlone() {
        Plan plan = all(released("r", "a"), ours("c", "a", "h"));
        assertThat(deleted(plan)).containsExactly("c");
        assertThat(plan.apart()).isEmpty();
    }

    @Test
    void whatIsOutOfTheScopeStaysAndCounts() {
        Plan plan = plan(key -> key.id().equals("a"), key -> false, 0, ours("c1", "a", "h"), ours("c2", "b", "h"));
        assertThat(deleted(plan)).containsExactly("c1");
        assertThat(plan.managed()).isEqualTo(2);
        assertThat(plan.unchanged()).isEqualTo(1);
    }

    @Test
    void allOfSeveralWithOneKeyGoButWhatDiffersFromTheOneThatCounts() {
        Plan plan = all(ours("c2", "a", "other"), ours("c1", "a", "h"));
        assertThat(plan.changes()).extracting(Change::contactId, Change::twin)
                .containsExactly(tuple("c2", "c1"), tuple("c1", null));
    }

    @Test
    void aContactThatAShiftingListShowsTwiceGoesOnce() {
        Plan plan = all(ours("c1", "a", "h"), ours("c1", "a", "h"));
        assertThat(deleted(plan)).containsExactly("c1");
        assertThat(plan.managed()).isEqualTo(1);
    }

    @Test
    void createsThatTheListDoesNotShowYetAreSaid() {
        Set<ContactKey> sent = Set.of(key("a"), key("b"), key("c"));
        Plan plan = plan(key -> true, sent::contains, 3, ours("c1", "a", "h"), ours("c9", "z", "h"));
        assertThat(plan.kept().of(Reason.CONFIRMED)).isEqualTo(1);
        assertThat(plan.kept().of(Reason.UNSETTLED)).isEqualTo(2);
    }

    @Test
    void neitherGuardAsksAboutAMailboxThatHasLeft() {
        Limits limits = new Limits(0, 0, 30, 0, 0);
        Plan left = Removal.plan(List.of(ours("c1", "a", "h")).iterator(), POLICY, key -> true, Removal.LEFT,
                key -> false, 0);
        assertThat(MailboxGuard.over("alice", left, POLICY, limits)).isEmpty();
        assertThat(MailboxGuard.over("alice", all(ours("c1", "a", "h")), POLICY, limits)).hasSize(1);
    }
}
