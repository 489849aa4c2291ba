package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a run has to say to a human when it ends: problems, why mailboxes failed, and what waits. Told by all mailboxes
 * at once.
 */
final class Findings {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final AtomicInteger unlisted = new AtomicInteger();
    private final Causes causes = new Causes();

    void add(Problem problem) {
        problems.add(problem);
    }

    /** What was wrong with a source: the rows that were refused beyond those that are named count too. */
    void add(SourceContacts source) {
        source.problems().forEach(problem -> problems.add(problem.in(source.source())));
        unlisted.addAndGet(Math.max(0, source.refused() - source.problems().size()));
    }

    /** Why mailboxes did not come out as desired. */
    Causes causes() {
        return causes;
    }

    boolean isAnyProblem() {
        return !problems.isEmpty();
    }

    /** The run ends: the log says it all without what was found. */
    void close(String run, List<Hold> holds) {
        problems.forEach(problem -> LOG.info("run={} problem={}", run, problem.safe()));
        causes.list().forEach(cause -> LOG.info("run={} problem={}", run, cause.sentence()));
        holds.forEach(hold -> LOG.info("run={} hold={} reason={}", run, hold.id(), hold.sentence()));
    }

    /** For the screen of the one who asked. */
    List<String> sentences() {
        return problems.stream().map(Problem::sentence).toList();
    }

    /** How many problems there were beyond those that have a sentence. */
    int unlisted() {
        return unlisted.get();
    }

    /** For the journal, without what was found, the causes of failed mailboxes too; null if there is nothing to say. */
    List<String> safe() {
        List<String> all = new ArrayList<>(problems.stream().map(Problem::safe).toList());
        causes.list().stream().filter(cause -> cause.status() == MailboxResult.Status.FAILED).map(Cause::sentence)
                .forEach(all::add);
        return all.isEmpty() ? null : all;
    }

    /** The first of them; empty if there is nothing to say. */
    String first() {
        List<String> all = safe();
        return all == null ? "" : all.get(0);
    }

    static List<String> safe(List<Problem> problems) {
        return problems.isEmpty() ? null : problems.stream().map(Problem::safe).toList();
    }
}
