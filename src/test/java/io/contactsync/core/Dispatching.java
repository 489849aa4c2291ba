package io.contactsync.core;

import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Drives the dispatch of one mailbox, as tests tell it. */
final class Dispatching {

    static final DispatchRules RULES = DispatchRules.within(Duration.ofMinutes(30), false);

    private Dispatching() {
    }

    static Step begin(Plan plan) {
        return Dispatch.begin("alice", plan, RULES, Batch.MAX, NOON);
    }

    static List<Change> creates(int count) {
        return IntStream.range(0, count).mapToObj(number -> create("p%02d".formatted(number))).toList();
    }

    static List<Change> deletes(int count) {
        return IntStream.range(0, count).mapToObj(number -> delete("d%02d".formatted(number), "c" + number)).toList();
    }

    static List<Change> all(List<Change> first, List<Change> second) {
        List<Change> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Answers every change in flight with that status. */
    static Step answered(Step step, int status, Instant now) {
        return answered(step, new Answer(status, "", null, null), now);
    }

    static Step answered(Step before, Answer answer, Instant now) {
        Step step = seen(before, now);
        Map<Integer, Answer> answers = new HashMap<>();
        IntStream.range(0, step.send().changes().size()).forEach(place -> answers.put(place, answer));
        return came(step, new BatchAnswer.Answered(answers), now);
    }

    static Step came(Step step, BatchAnswer answer, Instant now) {
        return seen(step, now).state().on(new Event.Came(answer, 0), now);
    }

    /** What is looked at is found as it was listed. */
    static Step seen(Step step, Instant now) {
        List<Sight> sights = step.state().flying().stream().map(Pending::change)
                .map(change -> new Sight(new Answer(200, "", null, null), Ownership.OURS, change.key(),
                        change.changeKey(), 10, null))
                .toList();
        return step.isLooking() ? step.state().on(new Event.Looked(sights, 0), now) : step;
    }

    static Step due(Step step) {
        return step.state().on(new Event.Due(), step.waitUntil());
    }

    static List<Outcome.Kind> kinds(Step step) {
        return step.outcomes().stream().map(Outcome::kind).toList();
    }
}
