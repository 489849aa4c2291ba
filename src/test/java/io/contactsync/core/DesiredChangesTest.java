package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which contacts are looked for where all others are as they were, and when a mailbox is listed instead. */
class DesiredChangesTest {

    private static final ContactKey OWN = key("7");
    private static final Map<ContactKey, String> BEFORE = Map.of(key("1"), "a", key("2"), "b", OWN, "c");

    private static ContactKey key(String id) {
        return new ContactKey("staff", id);
    }

    private static DesiredContact contact(String id, String hash) {
        return new DesiredContact(key(id), hash);
    }

    private static CurrentContact there(String id, String hash) {
        return new CurrentContact("id" + id, "v" + id, true, new HiddenKey("main", key(id)), hash);
    }

    private static DesiredChanges changes(DesiredContact... now) {
        return DesiredChanges.between(BEFORE, List.of(now));
    }

    private static Map<ContactKey, String> many(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(number -> key("p" + number), number -> "h"));
    }

    @Test
    void newChangedAndGoneContactsAreLookedFor() {
        DesiredChanges changes = changes(contact("1", "a"), contact("2", "other"), contact("3", "d"));
        assertThat(changes.keys()).containsExactlyInAnyOrder(key("2"), key("3"), OWN);
        assertThat(changes.former()).containsExactlyInAnyOrder(key("2"), OWN);
        assertThat(changes.desired().size()).isEqualTo(2);
        assertThat(changes.desired().place(key("1"))).isNegative();
    }

    @Test
    void moreThanAFewAreNot() {
        assertThat(DesiredChanges.between(many(DesiredChanges.MOST), List.of())).isNotNull();
        assertThat(DesiredChanges.between(many(DesiredChanges.MOST + 1), List.of())).isNull();
    }

    /** What is remembered of a key that may be a name is a hash: what is gone cannot be looked for, all else can. */
    @Test
    void aKeyThatIsNotShownIsFoundAsLongAsItIsDesired() {
        Map<ContactKey, String> before = Map.of(key("anna@example.com").shown(), "a", key("ben").shown(), "b");
        List<DesiredContact> now = List.of(contact("anna@example.com", "new"), contact("ben", "b"));
        assertThat(DesiredChanges.between(before, now).former()).containsExactly(key("anna@example.com"));
        assertThat(DesiredChanges.between(before, now.subList(0, 1))).isNull();
    }

    @Test
    void whatIsMissingThoughItWasThereIsDoubtful() {
        DesiredChanges changes = changes(contact("1", "a"), contact("2", "other"), contact("3", "d"),
                contact("7", "new"));
        CurrentContact two = there("2", "b");
        assertThat(changes.found(List.of(), Set.of(OWN))).isNull();
        assertThat(changes.found(List.of(there("3", "d")), Set.of(OWN))).isNull();
        assertThat(changes.found(List.of(two), Set.of(OWN))).containsExactly(two);
        assertThat(changes.found(List.of(two), Set.of())).as("not its own card").isNull();
    }

    /** Graph compares without regard to letter case; what was not looked for would look as if it were not desired. */
    @Test
    void whatWasNotLookedForIsLeftAlone() {
        DesiredChanges changes = DesiredChanges.between(Map.of(key("a1"), "a", key("A1"), "b"),
                List.of(contact("a1", "new"), contact("A1", "b")));
        assertThat(changes.found(List.of(there("a1", "a"), there("A1", "b"),
                new CurrentContact("x", "v", true, null, null)), Set.of())).containsExactly(there("a1", "a"));
    }

    @Test
    void aMailboxThatHeldAllIsTrusted() {
        DesiredChanges changes = changes(contact("1", "new"), contact("2", "b"), contact("7", "c"));
        assertThat(changes.isAllOf(held(3, 3, Map.of()), Set.of())).isTrue();
        assertThat(changes.isAllOf(held(2, 2, Map.of()), Set.of())).isFalse();
        assertThat(changes.isAllOf(held(2, 2, Map.of()), Set.of(OWN, key("none")))).isTrue();
        assertThat(changes.isAllOf(held(3, 2, Map.of()), Set.of(OWN))).isFalse();
        assertThat(changes.isAllOf(held(5, 3, Map.of(Kept.Reason.UNKNOWN_SOURCE, 2, Kept.Reason.UNPROVEN, 9)),
                Set.of())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Kept.Reason.class, mode = EnumSource.Mode.EXCLUDE, names = {"UNPROVEN", "UNKNOWN_SOURCE"})
    void oneInWhichAnythingElseStandsForAContactIsNot(Kept.Reason reason) {
        assertThat(changes(contact("1", "new")).isAllOf(held(3, 3, Map.of(reason, 1)), Set.of())).isFalse();
    }

    private static KnownDelta.Held held(int managed, int unchanged, Map<Kept.Reason, Integer> kept) {
        return new KnownDelta.Held(managed, unchanged, new Kept(new HashMap<>(kept), Set.of()));
    }

    @Test
    void aPlanOfThemCountsAllThatTheMailboxHolds() {
        DesiredChanges changes = changes(contact("1", "a"), contact("2", "other"), contact("3", "d"),
                contact("7", "new"));
        Plan some = new Plan(List.of(Change.create(key("3"), Change.NEW, "d")), 1, 0, Kept.NOTHING, Set.of());
        Plan whole = changes.whole(some, held(2, 2, Map.of(Kept.Reason.UNPROVEN, 4)), Set.of(OWN));
        assertThat(whole.managed()).isEqualTo(2);
        assertThat(whole.unchanged()).isEqualTo(1);
        assertThat(whole.kept().of(Kept.Reason.UNPROVEN)).isEqualTo(4);
        assertThat(whole.changes()).isEqualTo(some.changes());
    }
}
