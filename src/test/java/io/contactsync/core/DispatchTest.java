package io.contactsync.core;

import static io.contactsync.core.Dispatching.all;
import static io.contactsync.core.Dispatching.answered;
import static io.contactsync.core.Dispatching.begin;
import static io.contactsync.core.Dispatching.came;
import static io.contactsync.core.Dispatching.creates;
import static io.contactsync.core.Dispatching.deletes;
import static io.contactsync.core.Dispatching.due;
import static io.contactsync.core.Dispatching.kinds;
import static io.contactsync.core.Dispatching.seen;
import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.plan;
import static io.contactsync.core.Fixtures.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The state machine of one mailbox, event by event. */
class DispatchTest {

    @Test
    void hasNothingToDoForAnEmptyPlan() {
        assertThat(begin(plan()).isRunning()).isFalse();
    }

    @Test
    void sendsBatchesOfTwentyAndDeletesAloneAndLast() {
        Step step = begin(plan(all(creates(25), deletes(21)), 100));
        List<Integer> sizes = new ArrayList<>();
        List<List<Action>> actions = new ArrayList<>();
        while (step.isSending()) {
            sizes.add(step.send().changes().size());
            actions.add(step.send().changes().stream().map(Change::action).distinct().toList());
            step = answered(step, 204, NOON);
        }
        assertThat(sizes).containsExactly(20, 5, 20, 1);
        assertThat(actions).containsExactly(List.of(Action.CREATE), List.of(Action.CREATE), List.of(Action.DELETE),
                List.of(Action.DELETE));
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(25, 0, 21, 0, 0, 0));
    }

    @Test
    void recordsTheIdThatGraphGave() {
        Step step = answered(begin(plan(create("anna"))), new Answer(201, "", null, "AAMk1"), NOON);
        assertThat(step.outcomes()).containsExactly(new Outcome(create("anna"), Outcome.Kind.APPLIED, "", "AAMk1"));
    }

    @Test
    void neverSendsACreateAgainAfterAnUnclearAnswer() {
        for (BatchAnswer answer : List.of(new BatchAnswer.Unclear("Timeout", null), new BatchAnswer.Answered(Map.of()),
                new BatchAnswer.Answered(Map.of(0, new Answer(500, "", null, null))),
                new BatchAnswer.Answered(Map.of(0, new Answer(504, "", Duration.ZERO, null))))) {
            Step step = came(begin(plan(create("anna"))), answer, NOON);
            assertThat(kinds(step)).containsExactly(Outcome.Kind.UNKNOWN);
            assertThat(step.isRunning()).isFalse();
        }
    }

    @Test
    void sendsAnUpdateAgainAfterAnUnclearAnswer() {
        Step step = came(begin(plan(update("anna", "a"))), new BatchAnswer.Unclear("Timeout", null), NOON);
        assertThat(kinds(step)).containsExactly(Outcome.Kind.RETRY_LATER);
        assertThat(step.waitUntil()).isEqualTo(NOON.plusMillis(500));
        assertThat(seen(due(step), step.waitUntil()).send().changes()).containsExactly(update("anna", "a"));
    }

    @Test
    void halvesARefusedBatchDownToTheOneToBlame() {
        Step step = begin(plan(creates(20), 100));
        List<Integer> sizes = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        while (step.isSending()) {
            sizes.add(step.send().changes().size());
            boolean poisoned = step.send().changes().contains(create("p13"));
            step = poisoned ? came(step, new BatchAnswer.Refused(sizes.size() % 2 == 0 ? 413 : 400, "", null), NOON)
                    : answered(step, 201, NOON);
            step.outcomes().stream().filter(outcome -> outcome.kind() == Outcome.Kind.REJECTED)
                    .forEach(outcome -> rejected.add(outcome.change().key().id()));
        }
        assertThat(rejected).containsExactly("p13");
        assertThat(step.state().tally()).isEqualTo(new Tally(19, 0, 0, 0, 0, 0, 0, 1));
        assertThat(sizes).startsWith(20, 10, 10, 5).contains(1).hasSizeLessThan(20);
    }

    @Test
    void waitsAlsoIfItIsAnUnclearCreateOrAnOversizeBatchThatIsTold() {
        Duration told = Duration.ofSeconds(30);
        for (BatchAnswer answer : List.of(new BatchAnswer.Unclear("503", told), new BatchAnswer.Refused(413, "", told),
                new BatchAnswer.Refused(429, "", told),
                new BatchAnswer.Answered(Map.of(), told),
                new BatchAnswer.Answered(Map.of(0, new Answer(429, "", Duration.ofSeconds(2), null)), told))) {
            Step step = came(begin(plan(creates(30), 100)), answer, NOON);
            assertThat(step.isSending()).as(answer.toString()).isFalse();
            assertThat(step.waitUntil()).as(answer.toString()).isEqualTo(NOON.plus(told));
        }
    }

    @Test
    void givesACreateThreeTriesAndTheRestFive() {
        assertThat(triesOf(create("anna"))).isEqualTo(3);
        assertThat(triesOf(update("anna", "a"))).isEqualTo(5);
        assertThat(triesOf(delete("anna", "a"))).isEqualTo(5);
    }

    private static int triesOf(Change change) {
        int tries = 1;
        Step step = answered(begin(plan(change)), 409, NOON);
        for (; step.isRunning(); tries++) {
            assertThat(kinds(step)).containsExactly(Outcome.Kind.RETRY_LATER);
            step = answered(due(step), 409, step.waitUntil());
        }
        assertThat(kinds(step)).containsExactly(Outcome.Kind.DEFERRED);
        return tries;
    }

    @Test
    void takesADeleteOfWhatIsGoneForDone() {
        assertThat(kinds(answered(begin(plan(deletes(1), 100)), 404, NOON))).containsExactly(Outcome.Kind.APPLIED);
    }

    @Test
    void ignoresAnswersToPlacesThatWereNotSent() {
        Step step = came(begin(plan(create("anna"))),
                new BatchAnswer.Answered(
                        Map.of(0, new Answer(201, "", null, "a"), 7, new Answer(500, "", null, null), -1, Answer.NONE)),
                NOON);
        assertThat(kinds(step)).containsExactly(Outcome.Kind.APPLIED);
    }

    @Test
    void refusesEventsThatCannotBe() {
        Step sending = begin(plan(creates(1), 100));
        Step waiting = answered(sending, 429, NOON);
        assertThatThrownBy(() -> sending.state().on(new Event.Due(), NOON)).isInstanceOf(IllegalStateException.class)
                .hasMessage("Due while alice waits for BATCH of 1 changes");
        assertThatThrownBy(() -> waiting.state().on(new Event.Came(new BatchAnswer.Unclear("", null), 0), NOON))
                .isInstanceOf(IllegalStateException.class);
    }
}
