package io.contactsync.core;

import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.plan;
import static io.contactsync.core.Fixtures.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The state machine of one mailbox, event by event. */
class DispatchTest {

    private static final DispatchRules RULES = DispatchRules.within(Duration.ofMinutes(30));

    private static Step begin(Plan plan) {
        return Dispatch.begin("alice", plan, RULES, NOON);
    }

    private static List<Change> creates(int count) {
        return IntStream.range(0, count).mapToObj(number -> create("p%02d".formatted(number))).toList();
    }

    private static List<Change> deletes(int count) {
        return IntStream.range(0, count).mapToObj(number -> delete("d%02d".formatted(number), "c" + number)).toList();
    }

    private static List<Change> all(List<Change> first, List<Change> second) {
        List<Change> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Answers every change in flight with that status. */
    private static Step answered(Step step, int status, Instant now) {
        return answered(step, new Answer(status, "", null, null), now);
    }

    private static Step answered(Step before, Answer answer, Instant now) {
        Step step = seen(before, now);
        Map<Integer, Answer> answers = new HashMap<>();
        IntStream.range(0, step.send().changes().size()).forEach(place -> answers.put(place, answer));
        return came(step, new BatchAnswer.Answered(answers), now);
    }

    private static Step came(Step step, BatchAnswer answer, Instant now) {
        return seen(step, now).state().on(new Event.Came(answer, 0), now);
    }

    /** What is looked at is found as it was listed. */
    private static Step seen(Step step, Instant now) {
        List<Sight> sights = step.state().flying().stream().map(Dispatch.Pending::change)
                .map(change -> new Sight(new Answer(200, "", null, null), Ownership.OURS, change.key(),
                        change.changeKey(), null))
                .toList();
        return step.isLooking() ? step.state().on(new Event.Looked(sights, 0), now) : step;
    }

    private static Step due(Step step) {
        return step.state().on(new Event.Due(), step.waitUntil());
    }

    private static List<Outcome.Kind> kinds(Step step) {
        return step.outcomes().stream().map(Outcome::kind).toList();
    }

    @Test
    void hasNothingToDoForAnEmptyPlan() {
        assertThat(begin(plan()).isRunning()).isFalse();
    }

    @Test
    void aMailboxThatIsPlannedAfterAStopIsLeftBecauseOfTheStop() {
        Step step = Dispatch.stopped("alice", plan(create("anna"), delete("ben", "b")), RULES, NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.outcomes()).extracting(Outcome::kind, Outcome::reason)
                .containsExactly(tuple(Outcome.Kind.LEFT, "stopped"), tuple(Outcome.Kind.LEFT, "stopped"));
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
    void leavesDeletionsIfACreateBeforeThemIsInDoubt() {
        Step step =
                came(begin(plan(create("anna"), delete("ben", "b"))), new BatchAnswer.Unclear("Timeout", null), NOON);
        assertThat(step.outcomes())
                .extracting(outcome -> outcome.change().key().id() + " " + outcome.kind() + " " + outcome.reason())
                .containsExactly("anna UNKNOWN no answer", "ben LEFT a create before it is in doubt");
        assertThat(step.isRunning()).isFalse();
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
        assertThat(step.state().tally()).isEqualTo(new Tally(19, 0, 0, 1, 0, 0));
        assertThat(sizes).startsWith(20, 10, 10, 5).contains(1).hasSizeLessThan(20);
    }

    @Test
    void waitsForTheWholeMailboxIfOneChangeIsTold() {
        Map<Integer, Answer> answers = new HashMap<>();
        IntStream.range(0, 20).forEach(place -> answers.put(place, new Answer(201, "", null, null)));
        answers.put(3, new Answer(429, "", Duration.ofSeconds(10), null));
        answers.put(4, new Answer(429, "", Duration.ofSeconds(40), null));
        Step step = came(begin(plan(creates(30), 100)), new BatchAnswer.Answered(answers), NOON);
        assertThat(step.isSending()).isFalse();
        assertThat(step.waitUntil()).isEqualTo(NOON.plusSeconds(40));
        assertThat(step.state().on(new Event.Due(), NOON.plusSeconds(39)).isSending()).isFalse();
        assertThat(due(step).send().changes()).startsWith(create("p03"), create("p04"), create("p20"));
    }

    @Test
    void waitsAlsoIfItIsAnUnclearCreateOrAnOversizeBatchThatIsTold() {
        Duration told = Duration.ofSeconds(30);
        for (BatchAnswer answer : List.of(new BatchAnswer.Unclear("503", told), new BatchAnswer.Refused(413, "", told),
                new BatchAnswer.Refused(429, "", told),
                new BatchAnswer.Answered(Map.of(0, new Answer(503, "", told, null))),
                new BatchAnswer.Answered(Map.of(19, new Answer(400, "", told, null))),
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
        Step step = answered(begin(plan(change)), 429, NOON);
        for (; step.isRunning(); tries++) {
            assertThat(kinds(step)).containsExactly(Outcome.Kind.RETRY_LATER);
            step = answered(due(step), 429, step.waitUntil());
        }
        assertThat(kinds(step)).containsExactly(Outcome.Kind.DEFERRED);
        return tries;
    }

    @Test
    void sendsNothingFromTheDeadlineOn() {
        Step step = answered(begin(plan(creates(25), 100)), 201, NOON.plus(RULES.deadline()));
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(20, 0, 0, 0, 0, 5));
        assertThat(step.outcomes().get(20).reason()).isEqualTo("no time left for this mailbox");
        assertThat(answered(begin(plan(creates(25), 100)), 201, NOON.plus(RULES.deadline()).minusMillis(1)).isSending())
                .isTrue();
    }

    @Test
    void waitsNoLongerThanTheRunWaits() {
        Step longest = came(begin(plan(creates(1), 100)), new BatchAnswer.Refused(429, "", RULES.longestWait()), NOON);
        Step longer = came(begin(plan(creates(1), 100)),
                new BatchAnswer.Refused(429, "", RULES.longestWait().plusMillis(1)), NOON);
        assertThat(longest.waitUntil()).isEqualTo(NOON.plus(RULES.longestWait()));
        assertThat(longer.isRunning()).isFalse();
        assertThat(longer.outcomes()).extracting(Outcome::reason).last()
                .isEqualTo("told to wait longer than this run waits");
    }

    @Test
    void doesNotWaitForSomethingAfterTheDeadline() {
        Step step = came(begin(plan(creates(1), 100)), new BatchAnswer.Refused(429, "", Duration.ofMinutes(2)),
                NOON.plus(RULES.deadline()).minusSeconds(60));
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally().deferred()).isEqualTo(1);
    }

    @Test
    void hearsAStopBetweenBatches() {
        Step waiting = answered(begin(plan(creates(1), 100)), 429, NOON);
        Step step = waiting.state().on(new Event.Stop(), NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.outcomes()).extracting(Outcome::reason).containsExactly("stopped");
    }

    @Test
    void waitsForTheBatchInFlightBeforeItStops() {
        Step sent = begin(plan(creates(25), 100));
        Dispatch stopping = sent.state().on(new Event.Stop(), NOON).state();
        assertThat(stopping.flying()).hasSize(20);
        Step step = stopping.on(new Event.Came(new BatchAnswer.Unclear("Timeout", null), 0), NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 0, 20, 5));
    }

    @Test
    void refusesGrowthOfAFullMailboxAndStillDeletes() {
        Step step = answered(begin(plan(all(creates(25), deletes(1)), 100)), 507, NOON);
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 20, 0, 5));
        assertThat(kinds(step)).as("five were never sent").filteredOn(kind -> kind == Outcome.Kind.LEFT).hasSize(5);
        assertThat(step.outcomes()).extracting(Outcome::reason).contains("507", "the mailbox is full");
        assertThat(step.send().changes()).containsExactly(delete("d00", "c0"));
    }

    @Test
    void sendsNothingMoreToAClosedMailbox() {
        Step step = answered(begin(plan(all(creates(25), deletes(1)), 100)),
                new Answer(404, "MailboxNotEnabledForRESTAPI", null, null), NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 26));
        assertThat(
                came(begin(plan(creates(25), 100)), new BatchAnswer.Refused(403, "Forbidden", null), NOON).isRunning())
                .isFalse();
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
