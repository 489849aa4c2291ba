package io.contactsync.core;

import static io.contactsync.core.Fixtures.SOURCE;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.plan;
import static io.contactsync.core.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Which deletions of mailboxes are one question, and what its answer lets through. */
class HeldChangesTest {

    private static final Limits LIMITS = new Limits(10, 3, 30, 5, 20);

    /** {@code mailbox 0-9 [reason]}: the deletion of those people in that mailbox. */
    private static Hold held(String text) {
        String[] words = text.strip().split(" ", 3);
        String[] range = words[1].split("-");
        String reason = words.length > 2 ? words[2] : Planner.GONE;
        List<Change> deletes = IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1]))
                .mapToObj(number -> delete("p" + number, "c" + number))
                .map(change -> new Change(change.action(), change.key(), change.contactId(), reason)).toList();
        return TooManyDeletes.over(words[0], plan(deletes, 40), policy(SourceState.COMPLETE), LIMITS).orElseThrow();
    }

    private static List<Hold> together(String... mailboxes) {
        HeldChanges all = new HeldChanges();
        Arrays.stream(mailboxes).map(HeldChangesTest::held).forEach(all::add);
        return all.holds();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "the same in all          | alice 0-9, bob 0-9, carol 0-9                 | 30 deletions in 3 mailboxes "
                    + "(up to 25 %, allowed 20 % and 5): staff does not name them any more",
            "each without the own     | alice 0-8, bob 1-9                            | 18 deletions in 2 mailboxes "
                    + "(up to 23 %, allowed 20 % and 5): staff does not name them any more",
            "the worst tells          | alice 0-9, bob 0-39                           | 50 deletions in 2 mailboxes "
                    + "(up to 100 %, allowed 20 % and 5): staff does not name them any more",
            "one alone                | alice 0-9                                     | alice: 10 of 40 deletions (25 "
                    + "%, allowed 20 % and 5): staff does not name them any more",
            "retired                  | alice 0-39 source retired, bob 0-39 source retired | 80 deletions in 2 "
                    + "mailboxes (up to 100 %, allowed 20 % and 5): staff is retired"})
    void oneCauseIsOneHold(String title, String mailboxes, String sentence) {
        assertThat(together(mailboxes.split(","))).extracting(Hold::sentence).containsExactly(sentence);
    }

    @Test
    void anotherCauseIsAHoldOfItsOwn() {
        List<Hold> holds = together("alice 0-9 source retired", "bob 0-9 source retired", "max 0-9");
        assertThat(holds).extracting(Hold::subject).containsExactlyInAnyOrder("", "max");
        assertThat(holds).extracting(Hold::kind).containsOnly(Hold.Kind.DELETES);
        assertThat(holds).extracting(hold -> hold.members().keySet()).containsExactlyInAnyOrder(Set.of("alice", "bob"),
                Set.of("max"));
    }

    @Test
    void theIdIsMadeOfExactlyWhatIsHeldInWhateverOrderItIsTold() {
        List<String> mailboxes = new ArrayList<>(List.of("alice 0-9", "bob 0-9", "carol 5-14"));
        String id = together(mailboxes.toArray(String[]::new)).get(0).id();
        Collections.reverse(mailboxes);
        assertThat(together(mailboxes.toArray(String[]::new)).get(0).id()).isEqualTo(id).matches("[0-9a-f]{12}");
        assertThat(Set.of(id, together("alice 0-9", "bob 0-9", "carol 5-15").get(0).id(),
                together("alice 0-9", "bob 0-9").get(0).id(),
                together("alice 0-9", "bob 0-9", "dora 5-14").get(0).id(),
                together("alice 5-14", "bob 0-9", "carol 0-9").get(0).id())).hasSize(5);
    }

    @Test
    void aPersonIsCountedOnceHoweverManyMailboxesHoldThem() {
        assertThat(together("alice 0-9", "bob 5-14").get(0).keys()).hasSize(15);
    }

    @Test
    void anApprovalLetsEachMailboxThroughAsFarAsItIsUnchangedAndNoOtherOne() {
        Hold both = together("alice 0-9", "bob 5-14").get(0);
        Map<String, Set<String>> members =
                Map.of("alice", Set.of(both.members().get("alice")), "bob", Set.of(both.members().get("bob")));
        Approvals approvals = new Approvals(Set.of(both.id()), members, Set.of());
        assertThat(approvals.lets(held("alice 0-9"))).isTrue();
        assertThat(approvals.lets(held("bob 5-14"))).isTrue();
        assertThat(approvals.lets(held("alice 0-10"))).as("one more").isFalse();
        assertThat(approvals.lets(held("alice 0-8"))).as("one fewer").isFalse();
        assertThat(approvals.lets(held("alice 5-14"))).as("another's").isFalse();
        assertThat(approvals.lets(held("carol 0-9"))).as("the same in another mailbox").isFalse();
    }

    @Test
    void whatNoReadingSpeaksForIsOneQuestionToo() {
        Policy blind = new Policy("main", Map.of(SOURCE, SourceState.COMPLETE), Set.of(), Set.of(SOURCE));
        HeldChanges all = new HeldChanges();
        for (int mailbox = 0; mailbox < 60; mailbox++) {
            Plan plan = plan(delete("own" + mailbox, "c"));
            all.add(TooManyDeletes.over("m" + mailbox, plan, blind, LIMITS).orElseThrow());
        }
        assertThat(all.holds()).extracting(Hold::sentence)
                .containsExactly("60 deletions in 60 mailboxes, and no earlier reading of staff to compare with");
    }
}
