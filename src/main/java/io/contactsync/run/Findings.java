package io.contactsync.run;

import io.contactsync.contact.Problem;
import io.contactsync.core.Hold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a run has to say to a human when it ends: problems, why mailboxes failed, and what waits. Told by all mailboxes at once. */
final class Findings {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
    private static final int MAX_REASONS = 10;

    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();

    void add(Problem problem) {
        problems.add(problem);
    }

    /** A mailbox failed, for that reason. */
    void failed(String reason) {
        failures.merge(reason, 1, Integer::sum);
    }

    /** Something waits for a human; whether that is new. */
    boolean hold(Hold hold) {
        return holds.putIfAbsent(hold.id(), hold) == null;
    }

    boolean isAnythingHeld() {
        return !holds.isEmpty();
    }

    boolean isAnyProblem() {
        return !problems.isEmpty();
    }

    /** The run ends: the reasons of failed mailboxes become problems, the most frequent first, and the log says it all without what was found. */
    void close(String run) {
        failures.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(MAX_REASONS)
                .map(entry -> Problem.of((entry.getValue() == 1 ? "1 mailbox: " : entry.getValue() + " mailboxes: ") + entry.getKey())).forEach(problems::add);
        failures.clear();
        problems.forEach(problem -> LOG.info("run={} problem={}", run, problem.safe()));
        holds.values().forEach(hold -> LOG.info("run={} hold={} reason={}", run, hold.id(), hold.sentence()));
    }

    /** For the screen of the one who asked. */
    List<String> sentences() {
        return problems.stream().map(Problem::sentence).toList();
    }

    /** For the journal, without what was found; null if there is nothing to say. */
    List<String> safe() {
        return safe(problems);
    }

    static List<String> safe(List<Problem> problems) {
        return problems.isEmpty() ? null : problems.stream().map(Problem::safe).toList();
    }

    /** What waits, by its sentence. */
    List<Hold> holds() {
        return holds.values().stream().sorted(Comparator.comparing(Hold::sentence)).toList();
    }
}
