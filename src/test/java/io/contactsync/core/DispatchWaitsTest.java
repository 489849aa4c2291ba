package io.contactsync.core;

import static io.contactsync.core.Dispatching.RULES;
import static io.contactsync.core.Dispatching.all;
import static io.contactsync.core.Dispatching.answered;
import static io.contactsync.core.Dispatching.begin;
import static io.contactsync.core.Dispatching.came;
import static io.contactsync.core.Dispatching.creates;
import static io.contactsync.core.Dispatching.deletes;
import static io.contactsync.core.Dispatching.due;
import static io.contactsync.core.Dispatching.kinds;
import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.plan;
import static io.contactsync.core.Fixtures.sweep;
import static io.contactsync.core.Fixtures.update;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Who waits when Graph refuses: a change, or its mailbox. */
class DispatchWaitsTest {

    private static final Answer DONE = new Answer(201, "", null, null);

    private static Answer refused(long seconds) {
        return new Answer(429, "", Duration.ofSeconds(seconds), null);
    }

    /** The first so many are refused, and so long they are told to wait. */
    private static BatchAnswer refusing(Step step, int many, long seconds) {
        Map<Integer, Answer> answers = new HashMap<>();
        IntStream.range(0, step.send().changes().size())
                .forEach(place -> answers.put(place, place < many ? refused(seconds) : DONE));
        return new BatchAnswer.Answered(answers);
    }

    private static Step refused(Step step, int many, long seconds, Instant now) {
        return came(step, refusing(step, many, seconds), now);
    }

    @Test
    void aRefusedChangeWaitsAloneAndTheOthersGoOn() {
        Step step = refused(begin(plan(creates(45), 100)), 2, 10, NOON);
        assertThat(step.send().changes()).hasSize(20).startsWith(create("p20")).doesNotContain(create("p00"));
        step = answered(step, DONE, NOON.plusSeconds(3));
        assertThat(step.send().changes()).containsExactlyElementsOf(creates(45).subList(40, 45));
        step = answered(step, DONE, NOON.plusSeconds(4));
        assertThat(step.waitUntil()).isEqualTo(NOON.plusSeconds(10));
        assertThat(due(step).send().changes()).containsExactly(create("p00"), create("p01"));
    }

    @Test
    void onlyAMailboxsWaitIsSpread() {
        Step step = begin(plan(creates(20), 100));
        assertThat(step.state().on(new Event.Came(refusing(step, 10, 10), 0.5), NOON).waitUntil())
                .as("a change travels with what is due").isEqualTo(NOON.plusSeconds(10));
        assertThat(step.state().on(new Event.Came(refusing(step, 11, 10), 0.5), NOON).waitUntil())
                .isEqualTo(NOON.plusMillis(10_500));
    }

    @Test
    void itLeavesWithTheNextBatchOnceItIsDue() {
        Step step = refused(begin(plan(creates(45), 100)), 1, 10, NOON);
        step = answered(step, DONE, NOON.plusSeconds(10));
        assertThat(step.send().changes()).startsWith(create("p00"), create("p40")).hasSize(6);
    }

    @Test
    void whereMoreThanHalfOfABatchIsRefusedTheMailboxWaits() {
        assertThat(refused(begin(plan(creates(30), 100)), 10, 10, NOON).isSending()).isTrue();
        Step step = refused(begin(plan(creates(30), 100)), 11, 10, NOON);
        assertThat(step.waitUntil()).isEqualTo(NOON.plusSeconds(10));
        assertThat(step.state().on(new Event.Due(), NOON.plusSeconds(9)).isSending()).isFalse();
        assertThat(due(step).send().changes()).hasSize(20).startsWith(create("p00"));
        assertThat(due(step).isRepeated()).as("a refused batch is repeated, a refused change is none").isTrue();
        assertThat(due(refused(begin(plan(creates(3), 100)), 1, 10, NOON)).isRepeated()).isFalse();
    }

    @Test
    void soLongAWaitAsNoRunWaitsIsTheMailboxs() {
        Step step = refused(begin(plan(creates(30), 100)), 1, RULES.longestWait().toSeconds() + 1, NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(19, 0, 0, 0, 0, 11));
    }

    @Test
    void deletionsWaitForWhatComesBeforeThem() {
        Step step = refused(begin(plan(all(creates(5), deletes(1)), 100)), 1, 10, NOON);
        assertThat(step.waitUntil()).isEqualTo(NOON.plusSeconds(10));
        step = answered(due(step), DONE, NOON.plusSeconds(11));
        assertThat(step.send().changes()).extracting(Change::action).containsExactly(Action.DELETE);
    }

    @Test
    void aRefusalIsNoTryAndTheMailboxsTimeBoundsIt() {
        Step step = begin(plan(create("anna")));
        int refusals = 0;
        for (Instant now = NOON; step.isSending(); refusals++) {
            step = answered(step, 429, now);
            now = step.waitUntil() == null ? now : step.waitUntil();
            assertThat(kinds(step)).startsWith(Outcome.Kind.RETRY_LATER);
            step = step.isRunning() ? due(step) : step;
        }
        assertThat(refusals).as("half a minute apart in the end").isBetween(30, 100);
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 1));
    }

    @Test
    void whoseLookIsToldToWaitWaitsAloneAndTheOtherIsSent() {
        Step step = SecondLookTest.looked(SecondLookTest.begin(false, update("anna", "a"), update("ben", "b")),
                SecondLookTest.sight(Ownership.OURS, "anna", null), Sight.none(refused(40)));
        assertThat(step.send().changes()).extracting(Change::key).containsExactly(key("anna"));
        assertThat(step.outcomes()).as("nothing was sent of the other").isEmpty();
        Step waits = step.state().on(new Event.Came(new BatchAnswer.Answered(Map.of(0, DONE)), 0), NOON);
        assertThat(waits.waitUntil()).isEqualTo(NOON.plusSeconds(40));
        assertThat(due(waits).look().questions()).hasSize(1);
    }

    @Test
    void aWaitThatTheMailboxWasToldByALookIsKeptForAll() {
        Sight fine = new Sight(new Answer(200, "", Duration.ofSeconds(40), null), Ownership.OURS, key("anna"), "v2",
                10, null);
        Sight told = Sight.none(refused(40));
        for (List<Sight> sights : List.of(List.of(told, told), List.of(fine, told))) {
            Step step = SecondLookTest.begin(false, update("anna", "a"), update("ben", "b")).state()
                    .on(new Event.Looked(sights, 0), NOON);
            assertThat(step.isSending()).isFalse();
            assertThat(step.waitUntil()).isEqualTo(NOON.plusSeconds(40));
            assertThat(due(step).look().questions()).hasSize(2);
        }
    }

    /** Two sweeps may have their twin in common, and nobody asks for that inside the wait that it was told. */
    @Test
    void sweepsWaitTogetherForTheLongestThatOneOfTheirQuestionsIsTold() {
        Sight same = SecondLookTest.sight(Ownership.OURS, "anna", "same");
        Step step = SecondLookTest.looked(
                SecondLookTest.begin(false, sweep("anna", "b", "a"), sweep("anna", "c", "a")), same,
                Sight.none(refused(10)), Sight.none(refused(40)), same, same, Sight.none(SecondLookTest.GONE));
        assertThat(step.isSending()).isFalse();
        assertThat(step.waitUntil()).isEqualTo(NOON.plusSeconds(40));
    }

    @Test
    void aBatchHoldsNoMoreThanItsAnswerComesInTimeFor() {
        Step step = Dispatch.begin("alice", plan(creates(30), 100), RULES, 8, NOON);
        assertThat(step.send().changes()).hasSize(8);
        step = step.state().holding(1).on(new Event.Came(refusing(step, 0, 0), 0), NOON);
        assertThat(step.send().changes()).containsExactly(create("p08"));
        step = step.state().holding(Batch.MAX).on(new Event.Came(refusing(step, 0, 0), 0), NOON);
        assertThat(step.send().changes()).hasSize(20);
    }

    /** Four at a time, 100 ms each, a twentieth refused for 2 s: the optimum is 12.5 s for 500. */
    @Test
    void aTwentiethRefusedCostsATwentiethAndATail() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Map<Change, Instant> windows = new HashMap<>();
            Step step = begin(plan(creates(500), 100));
            Instant now = NOON;
            while (step.isRunning()) {
                if (!step.isSending()) {
                    now = step.waitUntil();
                    step = due(step);
                    continue;
                }
                Map<Integer, Answer> answers = new HashMap<>();
                for (Change change : step.send().changes()) {
                    assertThat(now).as("seed %d, %s", seed, change)
                            .isAfterOrEqualTo(windows.getOrDefault(change, now));
                    answers.put(answers.size(), random.nextInt(20) == 0 ? refused(2) : DONE);
                }
                long served = answers.values().stream().filter(DONE::equals).count();
                now = now.plusMillis(100 * ((served + 3) / 4));
                for (int place = 0; place < answers.size(); place++) {
                    windows.put(step.send().changes().get(place), answers.get(place).equals(DONE) ? Instant.MAX
                            : now.plusSeconds(2));
                }
                step = step.state().on(new Event.Came(new BatchAnswer.Answered(answers), random.nextDouble()), now);
            }
            assertThat(step.state().tally()).isEqualTo(new Tally(500, 0, 0, 0, 0, 0));
            assertThat(12_500.0 / Duration.between(NOON, now).toMillis()).as("seed %d", seed).isGreaterThan(0.66);
        }
    }
}
