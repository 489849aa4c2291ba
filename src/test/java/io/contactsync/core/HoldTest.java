package io.contactsync.core;

import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hold says of itself, and what waits for it. */
class HoldTest {

    private static final Limit FIVE = new Limit(5, 20);

    private static Hold held(String mailbox, int part, int whole) {
        List<Change> changes =
                IntStream.range(0, part).mapToObj(number -> delete("p" + number, "c" + number)).toList();
        return Hold.ofMailbox(Hold.Kind.DELETES, mailbox, changes, whole, FIVE, "gone", mailbox);
    }

    private static Hold together(Hold... holds) {
        HeldChanges all = new HeldChanges();
        assertThat(all.isEmpty()).isTrue();
        Arrays.stream(holds).forEach(all::add);
        assertThat(all.isEmpty()).isFalse();
        return all.holds().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "vanished,  false, false, deletion, the hold ends by itself when they are named again",
        "changed,   true,  false, change,   the hold ends by itself when the source says what it said",
        "deletes,   false, true,  deletion, the hold ends by itself when nothing of it is to be deleted",
        "forgotten, true,  false, change,   name it in sync.sources or sync.retired-sources: the hold ends by itself",
        "left,      false, false, deletion, the hold ends by itself when they are targets again"})
    void eachKindSaysWhatItIs(String word, boolean everything, boolean mailboxes, String one, String end) {
        Hold.Kind kind = Hold.Kind.of(word);
        assertThat(kind.word()).isEqualTo(word);
        assertThat(kind.isOfEverything()).isEqualTo(everything);
        assertThat(kind.isOfMailboxes()).isEqualTo(mailboxes);
        assertThat(List.of(kind.one(), kind.many())).containsExactly(one, one + "s");
        assertThat(kind.end(false)).endsWith(end);
        assertThat(kind.end(false).equals(kind.end(true))).isEqualTo(kind == Hold.Kind.FORGOTTEN);
    }

    @Test
    void itEndsByWhatMadeIt() {
        assertThat(Hold.Kind.VANISHED.end(false)).startsWith("wait: ");
        assertThat(Hold.Kind.VANISHED.end(true)).startsWith("change the configuration back: ");
        assertThat(Hold.Kind.CHANGED.until("staff", false)).isEqualTo("staff says again what it said");
        assertThat(Hold.Kind.CHANGED.until("staff", true)).isEqualTo("the configuration is changed back");
        assertThat(Hold.Kind.FORGOTTEN.until("staff", true)).isEqualTo(Hold.Kind.FORGOTTEN.until("staff", false))
                .contains("sync.retired-sources");
    }

    @Test
    void onlyWhatItNamesWaitsInAMailbox() {
        Change deletion = delete("p0", "c0");
        Change other = delete("p9", "c9");
        Change create = Change.create(key("p0"), "new", "h");
        assertThat(held("alice", 1, 10).in(plan(List.of(create, deletion, other), 10))).containsExactly(deletion);
        assertThat(Hold.Kind.DELETES.holds(create)).isFalse();
        assertThat(Hold.Kind.VANISHED.holds(deletion)).isFalse();
    }

    @Test
    void theSameOfAnotherKindIsAnotherHold() {
        List<String> items = List.of("a", "b");
        assertThat(Hold.ofSource(Hold.Kind.VANISHED, "staff", items, 9, FIVE, Set.of(), "").id())
                .isNotEqualTo(Hold.ofSource(Hold.Kind.CHANGED, "staff", items, 9, FIVE, Set.of(), "").id());
        Hold forgotten = Hold.ofForgotten(List.of("old", "staff"), "renamed?");
        assertThat(forgotten.id()).isEqualTo(Hold.id("forgotten", List.of("staff", "old")));
        assertThat(forgotten.subject()).isEqualTo("old, staff");
        assertThat(forgotten.part()).isEqualTo(2);
    }

    @Test
    void mailboxesTogetherAreCountedAndTheLargestShareIsTold() {
        Hold both = together(held("alice", 8, 40), held("bob", 9, 20));
        assertThat(both.part()).isEqualTo(17);
        assertThat(both.whole()).isEqualTo(60);
        assertThat(both.sentence()).contains("up to 45 %");
        assertThat(together(held("bob", 9, 20), held("alice", 8, 40)).sentence()).isEqualTo(both.sentence());
        assertThat(together(held("alice", 10, 20), held("bob", 12, 80)).sentence()).contains("up to 50 %");
    }

    @Test
    void whoeverChangesAgainIsAnotherQuestion() {
        assertThat(changed("h1").id()).isEqualTo(changed("h1").id()).isNotEqualTo(changed("h2").id());
    }

    private static Hold changed(String hash) {
        Map<ContactKey, String> before = new HashMap<>();
        Map<ContactKey, String> now = new HashMap<>();
        IntStream.range(0, 60).forEach(number -> before.put(key("p" + number), "h"));
        before.forEach((key, old) -> now.put(key, hash));
        return SourceGuard.judge("staff", true, now, before, new Limits(10, 3, 30, 5, 20), Set.of()).everything();
    }

    @ParameterizedTest
    @CsvSource({"0, guard.vanished-min", "1, guard.vanished-percent", "2, guard.changed-percent",
        "3, guard.deletes-min", "4, guard.deletes-percent"})
    void aLimitBelowNothingIsRefusedByItsKey(int place, String key) {
        int[] values = new int[5];
        values[place] = -1;
        assertThatThrownBy(() -> new Limits(values[0], values[1], values[2], values[3], values[4]))
                .hasMessageStartingWith(key + " must be 0..");
        values[place] = 100;
        assertThat(new Limits(values[0], values[1], values[2], values[3], values[4])).isNotNull();
    }
}
