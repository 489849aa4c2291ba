package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.BatchAnswer.Refused;
import io.contactsync.core.BatchAnswer.Unclear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose fault it is that a mailbox was not written, and what a dispatch does when it must wait or end. */
class FaultTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final DispatchRules RULES = DispatchRules.within(Duration.ofMinutes(30), false);

    private static Step begin(int creates) {
        List<Change> changes = java.util.stream.IntStream.range(0, creates)
                .mapToObj(number -> Change.create(new ContactKey("staff", "p" + number), "new", "h")).toList();
        return Dispatch.begin("alice", new Plan(changes, 1, 0, Kept.NOTHING, Set.of()), RULES, Batch.MAX, NOON);
    }

    private static Step came(Step step, BatchAnswer answer) {
        return step.state().on(new Event.Came(answer, 0), NOON);
    }

    private static Fault fault(BatchAnswer answer) {
        return Fault.of(came(begin(1), answer).state());
    }

    @Test
    void aMailboxIsToBlameThatTakesNothing() {
        assertThat(fault(new Unclear("503", null))).isEqualTo(Fault.OWN);
        assertThat(fault(new Refused(403, "ErrorAccessDenied", null))).isEqualTo(Fault.DENIED);
        assertThat(fault(new BatchAnswer.Answered(Map.of(0, new Answer(403, "", null, null))))).isEqualTo(Fault.DENIED);
        assertThat(fault(new BatchAnswer.Answered(Map.of(0, new Answer(404, "ErrorInvalidUser", null, null)))))
                .isEqualTo(Fault.OWN);
    }

    @Test
    void aMailboxIsNotToBlameThatIsFullOrToldToWaitOrLeft() {
        assertThat(fault(new BatchAnswer.Answered(Map.of(0, new Answer(507, "", null, null)))))
                .isEqualTo(Fault.ELSEWHERE);
        assertThat(fault(new Refused(429, "", Duration.ofHours(1)))).isEqualTo(Fault.ELSEWHERE);
        Step stopped = begin(1).state().on(new Event.Stop(EarlyEnd.TIME), NOON);
        assertThat(Fault.of(came(stopped, new Refused(429, "", null)).state())).isEqualTo(Fault.ELSEWHERE);
    }

    @Test
    void aMailboxThatTakesAnythingWorks() {
        Map<Integer, Answer> answers = Map.of(0, new Answer(201, "", null, "c0"), 1, new Answer(503, "", null, null));
        assertThat(Fault.of(came(begin(2), new BatchAnswer.Answered(answers)).state())).isEqualTo(Fault.NONE);
    }

    @Test
    void whatHasNotLeftIsAskedForAgain() {
        Step sending = begin(25);
        Instant later = NOON.plusSeconds(60);
        Step waiting = sending.state().on(new Event.Postponed(later), NOON);
        assertThat(waiting.isSending()).isFalse();
        assertThat(waiting.waitUntil()).isEqualTo(later);
        Step due = waiting.state().on(new Event.Due(), later);
        assertThat(due.send()).isEqualTo(sending.send());
        assertThat(due.isRepeated()).isFalse();
    }

    @Test
    void whatHasNotLeftIsLeftWhenTheRunEnds() {
        Step ended = begin(25).state().on(new Event.Stop(RetryBudget.SPENT), NOON).state()
                .on(new Event.Postponed(NOON), NOON);
        assertThat(ended.isRunning()).isFalse();
        assertThat(ended.outcomes()).hasSize(25).allMatch(outcome -> outcome.kind() == Outcome.Kind.LEFT
                && outcome.reason().equals("too many calls of this run were repeated"));
        assertThat(ended.state().tally().deferred()).isEqualTo(25);
    }

    @Test
    void aBatchThatWasTriedBeforeIsARepetition() {
        Step again = came(begin(1), new Refused(429, "", null));
        Step due = again.state().on(new Event.Due(), again.waitUntil());
        assertThat(due.isRepeated()).isTrue();
        assertThat(again.instead(due).outcomes()).isEqualTo(again.outcomes());
    }

    @Test
    void aRefusedContactDoesNotKeepDeletionsBack() {
        List<Change> changes = List.of(Change.create(new ContactKey("staff", "a"), "new", "h"),
                Change.delete(new ContactKey("staff", "b"), "c1", "gone", null, ""));
        Plan plan = new Plan(changes, 1, 0, Kept.NOTHING, Set.of());
        Step first = Dispatch.begin("alice", plan, RULES, Batch.MAX, NOON);
        Map<Integer, Answer> corrupt = Map.of(0, new Answer(500, "ErrorCorruptData", null, null));
        assertThat(came(first, new BatchAnswer.Answered(corrupt)).isSending()).isTrue();
        Map<Integer, Answer> unclear = Map.of(0, new Answer(500, "", null, null));
        assertThat(came(first, new BatchAnswer.Answered(unclear)).isSending()).isFalse();
    }
}
