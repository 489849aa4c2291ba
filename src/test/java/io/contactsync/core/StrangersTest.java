package io.contactsync.core;

import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.desired;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.policy;
import static io.contactsync.core.Fixtures.update;
import static io.contactsync.core.Fixtures.wanted;
import static io.contactsync.core.Kept.Reason.STRANGE;
import static io.contactsync.core.Kept.Reason.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Somebody else creates under our keys: nothing is created beside them. */
class StrangersTest {

    private static final Desired TWO = desired(wanted("anna", "h1"), wanted("ben", "h1"));
    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final long NOW = NOON.getEpochSecond();

    private static CurrentContact contact(String contactId, String instance, String source, String id, long created) {
        return new CurrentContact(contactId, "v1", true, new HiddenKey(instance, new ContactKey(source, id)), "h1",
                true, created);
    }

    private static Plan plan(Set<String> made, CurrentContact... current) {
        return Planner.plan(TWO, Set.of(), List.of(current).iterator(), policy(SourceState.COMPLETE), key -> false,
                new Freshness(NOON, SETTLE, key -> made.contains(key.id())), Fixtures.stranger(), DriftRules.STANDARD);
    }

    @Test
    void aFreshCreateThatThisFolderDoesNotKnowStopsCreates() {
        Plan plan = plan(Set.of(), contact("a", "main", "staff", "anna", NOW - 60));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.kept().of(STRANGE)).isEqualTo(1);
        assertThat(plan.kept().of(WAITING)).isEqualTo(1);
    }

    @Test
    void stopsNothingButCreates() {
        CurrentContact old =
                new CurrentContact("b", "v1", true, new HiddenKey("main", key("ben")), "h0", true, NOW - 9_000);
        assertThat(plan(Set.of(), contact("a", "main", "staff", "anna", NOW - 60), old).changes())
                .containsExactly(update("ben", "b"));
    }

    @Test
    void knowsItsOwnCreates() {
        assertThat(plan(Set.of("anna"), contact("a", "main", "staff", "anna", NOW - 60)).count(Action.CREATE))
                .isEqualTo(1);
    }

    @Test
    void letsTheSettleTimePassToTheSecond() {
        assertThat(plan(Set.of(), contact("a", "main", "staff", "anna", NOW - 899)).kept().of(WAITING)).isEqualTo(1);
        assertThat(plan(Set.of(), contact("a", "main", "staff", "anna", NOW - 900)).count(Action.CREATE)).isEqualTo(1);
        assertThat(plan(Set.of(), contact("a", "main", "staff", "anna", 0)).count(Action.CREATE)).as("of unknown age")
                .isEqualTo(1);
    }

    @Test
    void bearsAClockThatIsBehindButNotOneThatIsLost() {
        assertThat(plan(Set.of(), contact("a", "main", "staff", "anna", NOW + 60)).kept().of(WAITING)).isEqualTo(1);
        assertThat(plan(Set.of(), contact("a", "main", "staff", "anna", NOW + 86_400)).count(Action.CREATE))
                .isEqualTo(1);
    }

    @Test
    void anotherInstancesFreshKeyOfASourceOfOursStopsCreatesToo() {
        assertThat(plan(Set.of(), contact("x", "branch", "staff", "somebody", NOW - 60)).count(Action.CREATE)).isZero();
        assertThat(plan(Set.of(), contact("x", "branch", "suppliers", "somebody", NOW - 60)).count(Action.CREATE))
                .isEqualTo(2);
    }

    @Test
    void aFreshContactOfASourceThatThisRunDoesNotHaveIsNoStranger() {
        assertThat(plan(Set.of(), contact("x", "main", "suppliers", "somebody", NOW - 60)).count(Action.CREATE))
                .isEqualTo(2);
    }

    @Test
    void aCopyThatItsOwnerHasJustMadeIsNoStranger() {
        Plan plan = plan(Set.of(), contact("a", "main", "staff", "anna", NOW - 9_000),
                contact("b", "main", "staff", "anna", NOW - 60));
        assertThat(plan.kept().of(STRANGE)).isZero();
        assertThat(plan.count(Action.CREATE)).isEqualTo(1);
        assertThat(plan.sweeps()).isEqualTo(1);
    }

    @Test
    void namesTheOtherInstallations() {
        assertThat(plan(Set.of(), contact("x", "branch", "staff", "anna", 1), contact("y", "old", "staff", "ben", 1))
                .kept().instances())
                .containsExactlyInAnyOrder("branch", "old");
        assertThat(plan(Set.of(), contact("x", "main", "staff", "anna", 1)).kept().instances()).isEmpty();
    }

    @Test
    void countsThoseOfASecondListThatAreNotKnown() {
        List<CurrentContact> list =
                List.of(contact("a", "main", "staff", "anna", NOW), contact("b", "main", "staff", "ben", NOW),
                new CurrentContact("p", "v1", false, null, null, true, NOW));
        Freshness freshness = new Freshness(NOON, SETTLE, key -> false);
        assertThat(
                freshness.strangers(list.iterator(), policy(SourceState.COMPLETE), contact -> contact.id().equals("a")))
                .isEqualTo(1);
    }
}
