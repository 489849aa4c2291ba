package io.contactsync.core;

import static io.contactsync.core.Fixtures.SOURCE;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.plan;
import static io.contactsync.core.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Every limit just below and just above. */
class GuardTest {

    /** Vanished: more than 10 and more than 3 %; changed: more than 30 %; deletions: more than 5 and more than 20 %. */
    private static final Limits LIMITS = new Limits(10, 3, 30, 5, 20);

    @ParameterizedTest(name = "{0} of {1} vanished: {2}")
    @CsvSource({"0, 0, COMPLETE", "10, 10, COMPLETE", "11, 11, HELD", "10, 100, COMPLETE", "11, 100, HELD",
            "12, 400, COMPLETE", "13, 400, HELD", "30, 1000, COMPLETE",
        "31, 1000, HELD"})
    void holdsDeletionsIfTooMuchVanished(int vanished, int before, SourceState expected) {
        SourceGuard.Verdict verdict = SourceGuard.judge(SOURCE, true, contacts(vanished, before, "h"),
                contacts(0, before, "h"), LIMITS, Set.of());
        assertThat(verdict.state()).isEqualTo(expected);
        assertThat(verdict.deletions() == null).isEqualTo(expected == SourceState.COMPLETE);
        assertThat(verdict.everything()).isNull();
    }

    @ParameterizedTest(name = "{0} of {1} changed: held {2}")
    @CsvSource({"49, 49, false", "15, 50, false", "16, 50, true", "300, 1000, false", "301, 1000, true",
            "50, 50, true"})
    void holdsTheRunIfTooMuchChanged(int changed, int before, boolean held) {
        Map<ContactKey, String> now = new HashMap<>(contacts(0, before, "h"));
        IntStream.range(0, changed).forEach(number -> now.put(key("p" + number), "other"));
        SourceGuard.Verdict verdict = SourceGuard.judge(SOURCE, true, now, contacts(0, before, "h"), LIMITS, Set.of());
        assertThat(verdict.everything() != null).isEqualTo(held);
        assertThat(verdict.state()).isEqualTo(SourceState.COMPLETE);
    }

    @Test
    void neverTakesAnIncompleteReadingForComplete() {
        SourceGuard.Verdict verdict =
                SourceGuard.judge(SOURCE, false, Map.of(), contacts(0, 100, "h"), LIMITS, Set.of());
        assertThat(verdict.state()).isEqualTo(SourceState.INCOMPLETE);
        assertThat(verdict.deletions()).isNull();
    }

    @Test
    void holdsTheRunForAnIncompleteReadingToo() {
        SourceGuard.Verdict verdict =
                SourceGuard.judge(SOURCE, false, contacts(50, 100, "blank"), contacts(0, 100, "h"), LIMITS, Set.of());
        assertThat(verdict.everything().sentence())
                .isEqualTo("50 of 100 people of staff changed or vanished (50 %, allowed 30 %)");
    }

    @Test
    void saysWhoHowManyAndOverWhichLimit() {
        SourceGuard.Verdict verdict =
                SourceGuard.judge(SOURCE, true, contacts(12, 60, "h"), contacts(0, 60, "h"), LIMITS, Set.of());
        assertThat(verdict.deletions().sentence())
                .isEqualTo("12 of 60 people of staff vanished (20 %, allowed 3 % and 10)");
        assertThat(verdict.deletions().keys()).isEqualTo(contacts(0, 12, "h").keySet());
        assertThat(List.of(verdict.deletions().part(), verdict.deletions().whole())).containsExactly(12, 60);
    }

    @Test
    void letsApprovedDeletionsThroughAndOnlyThose() {
        Map<ContactKey, String> before = contacts(0, 60, "h");
        String id = SourceGuard.judge(SOURCE, true, contacts(15, 60, "h"), before, LIMITS, Set.of()).deletions().id();

        SourceGuard.Verdict same = SourceGuard.judge(SOURCE, true, contacts(15, 60, "h"), before, LIMITS, Set.of(id));
        SourceGuard.Verdict oneMore =
                SourceGuard.judge(SOURCE, true, contacts(16, 60, "h"), before, LIMITS, Set.of(id));
        SourceGuard.Verdict oneFewer =
                SourceGuard.judge(SOURCE, true, contacts(14, 60, "h"), before, LIMITS, Set.of(id));
        SourceGuard.Verdict incomplete =
                SourceGuard.judge(SOURCE, false, contacts(15, 60, "h"), before, LIMITS, Set.of(id));

        assertThat(same.state()).isEqualTo(SourceState.COMPLETE);
        assertThat(same.approved()).isEqualTo(contacts(0, 15, "h").keySet());
        assertThat(oneMore.state()).isEqualTo(SourceState.HELD);
        assertThat(oneFewer.state()).isEqualTo(SourceState.HELD);
        assertThat(incomplete.state()).isEqualTo(SourceState.INCOMPLETE);
        assertThat(incomplete.approved()).isEmpty();
        assertThat(oneMore.approved()).isEmpty();
    }

    @Test
    void asksOnceIfAllOfItVanished() {
        Map<ContactKey, String> before = contacts(0, 60, "h");
        SourceGuard.Verdict held = SourceGuard.judge(SOURCE, true, contacts(41, 60, "h"), before, LIMITS, Set.of());
        assertThat(held.state()).isEqualTo(SourceState.HELD);
        assertThat(held.deletions()).as("part of what the whole run waits for").isNull();
        assertThat(held.everything().sentence()).isEqualTo("41 of 60 people of staff vanished (68 %, allowed 30 %)");

        SourceGuard.Verdict approved =
                SourceGuard.judge(SOURCE, true, contacts(41, 60, "h"), before, LIMITS, Set.of(held.everything().id()));
        assertThat(approved.state()).isEqualTo(SourceState.COMPLETE);
        assertThat(approved.everything()).isNull();
        assertThat(approved.approved()).isEqualTo(contacts(0, 41, "h").keySet());
    }

    @ParameterizedTest(name = "{0} deletions of {1}: held {2}")
    @CsvSource({"5, 5, false", "6, 6, true", "6, 30, false", "7, 30, true", "20, 100, false", "21, 100, true"})
    void holdsDeletionsOfOneMailbox(int deletes, int managed, boolean held) {
        assertThat(TooManyDeletes.over("alice", plan(deletions(deletes), managed), policy(SourceState.COMPLETE), LIMITS)
                .isPresent()).isEqualTo(held);
    }

    @Test
    void bindsTheApprovalOfAMailboxToItsDeletions() {
        Hold hold = TooManyDeletes.over("alice", plan(deletions(41), 60), policy(SourceState.COMPLETE), LIMITS)
                .orElseThrow();
        assertThat(hold.sentence())
                .isEqualTo("alice: 41 of 60 deletions (68 %, allowed 20 % and 5): staff does not name them any more");
        assertThat(judge(41, hold)).isEmpty();
        assertThat(judge(40, hold)).isPresent();
        assertThat(judge(42, hold)).isPresent();
    }

    private static Optional<Hold> judge(int deletes, Hold approved) {
        return TooManyDeletes.over("bob", plan(deletions(deletes), 60), policy(SourceState.COMPLETE), LIMITS)
                .filter(waits -> !Approvals.of(Set.of(approved.id())).lets(waits));
    }

    @Test
    void doesNotCountDeletionsOfASourceWhoseVanishingWasApproved() {
        Policy approved = new Policy("main", Map.of(SOURCE, SourceState.COMPLETE), contacts(0, 41, "h").keySet());
        assertThat(TooManyDeletes.over("alice", plan(deletions(41), 60), approved, LIMITS)).isEmpty();
        assertThat(TooManyDeletes.over("alice", plan(deletions(46), 60), approved, LIMITS)).isEmpty();
        assertThat(TooManyDeletes.over("alice", plan(deletions(61), 60), approved, LIMITS).orElseThrow().sentence())
                .isEqualTo("alice: 20 of 60 deletions (33 %, allowed 20 % and 5): staff does not name them any more");
    }

    @ParameterizedTest(name = "{0} vanished and {1} changed of {2}: held {3}")
    @CsvSource({"49, 0, 49, false", "15, 0, 50, false", "16, 0, 50, true", "10, 5, 50, false", "10, 6, 50, true",
            "300, 0, 1000, false", "200, 101, 1000, true"})
    void holdsTheRunIfTooMuchChangedAndVanishedTogether(int vanished, int changed, int before, boolean held) {
        Map<ContactKey, String> now = new HashMap<>(contacts(vanished, before, "h"));
        IntStream.range(vanished, vanished + changed).forEach(number -> now.put(key("p" + number), "other"));
        SourceGuard.Verdict verdict = SourceGuard.judge(SOURCE, true, now, contacts(0, before, "h"), LIMITS, Set.of());
        assertThat(verdict.everything() != null).isEqualTo(held);
        if (held) {
            assertThat(verdict.everything().sentence()).startsWith((vanished + changed) + " of " + before
                    + (changed == 0 ? " people of staff vanished (" : " people of staff changed or vanished ("));
            assertThat(
                    SourceGuard.judge(SOURCE, true, now, contacts(0, before, "h"), LIMITS,
                            Set.of(verdict.everything().id()))
                    .everything()).isNull();
        }
    }

    @Test
    void doesNotCountWhatAnIncompleteReadingLeavesOut() {
        assertThat(SourceGuard.judge(SOURCE, false, contacts(90, 100, "h"), contacts(0, 100, "h"), LIMITS, Set.of())
                .everything()).isNull();
    }

    @Test
    void holdsAnyDeletionOfASourceThatWasNeverReadBefore() {
        Policy blind = new Policy("main", Map.of(SOURCE, SourceState.COMPLETE), Set.of(), Set.of(SOURCE));
        Hold hold = TooManyDeletes.over("alice", plan(deletions(1), 60), blind, LIMITS).orElseThrow();
        assertThat(hold.sentence())
                .isEqualTo("alice: 1 of 60 deletions, and no earlier reading of staff to compare with");
        assertThat(TooManyDeletes.over("bob", plan(deletions(1), 60), blind, LIMITS)
                .filter(waits -> !Approvals.of(Set.of(hold.id())).lets(waits))).isEmpty();
        assertThat(TooManyDeletes.over("bob", plan(deletions(2), 60), blind, LIMITS)
                .filter(waits -> !Approvals.of(Set.of(hold.id())).lets(waits))).isPresent();
        assertThat(TooManyDeletes.over("alice", plan(List.of(), 60), blind, LIMITS)).isEmpty();
        Policy other = new Policy("main", Map.of(SOURCE, SourceState.COMPLETE), Set.of(), Set.of("partners"));
        assertThat(TooManyDeletes.over("alice", plan(deletions(1), 60), other, LIMITS)).isEmpty();
    }

    @Test
    void makesTheSameIdInWhateverOrderTheKeysCome() {
        assertThat(Hold.id("deletes", List.of(key("a").text(), key("b").text())))
                .isEqualTo(Hold.id("deletes", List.of(key("b").text(), key("a").text())));
        assertThat(Hold.id("deletes", List.of(key("a").text(), key("b").text())))
                .isNotEqualTo(Hold.id("vanished", List.of(key("a").text(), key("b").text())))
                .matches("[0-9a-f]{12}");
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatThrownBy(() -> new Limits(0, 101, 0, 0, 0))
                .hasMessage("guard.vanished-percent must be 0..100 - was 101");
        assertThatThrownBy(() -> new Limits(0, 0, 0, -1, 0))
                .hasMessage("guard.deletes-min must be 0.." + Integer.MAX_VALUE + " - was -1");
    }

    private static Map<ContactKey, String> contacts(int from, int to, String hash) {
        Map<ContactKey, String> contacts = new HashMap<>();
        IntStream.range(from, to).forEach(number -> contacts.put(key("p" + number), hash));
        return contacts;
    }

    private static List<Change> deletions(int count) {
        return IntStream.range(0, count).mapToObj(number -> delete("p" + number, "c" + number)).toList();
    }
}
