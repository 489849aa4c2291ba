package io.contactsync.run;

import io.contactsync.journal.DamagedStateException;
import io.contactsync.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** How runs ended, for those who watch a service: knows the latest, and tells of each. */
public final class EndedRuns {

    private static final Logger LOG = LoggerFactory.getLogger(EndedRuns.class);

    private final Clock clock;
    private final RunMeters meters;
    private final List<Consumer<RunReport>> listeners = new CopyOnWriteArrayList<>();
    private volatile LastRun last;

    EndedRuns(Clock clock, RunMeters meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** Those that are begun there. */
    public static EndedRuns of(Runs runs) {
        return runs.ended();
    }

    /** How the latest run ended; null before the first has. */
    public LastRun last() {
        return last;
    }

    /** Why the latest run failed, fit for a log. */
    public String reason() {
        return last == null ? "" : last.reason();
    }

    /** A run that was due could not even begin. */
    public LastRun missed(Exception cause) {
        last = new LastRun(clock.instant(), ExitCode.FAILED, Problem.of(cause).safe());
        return last;
    }

    /** A run has come to its end, and is not closed yet. */
    RunReport end(Run run, RunReport report) {
        last = new LastRun(clock.instant(), report.exit(), run.tidings().findings().first());
        meters.ended(report, last);
        return run.end(report);
    }

    /** Gives journal and lock back; only then others are told, for whom nobody must wait. */
    public void close(Run run) {
        try {
            run.close();
        } finally {
            if (run.report() != null) {
                listeners.forEach(listener -> tell(listener, run.report()));
            }
        }
    }

    /** A report is there already; whoever cannot cope with it must not spoil the run. */
    private static void tell(Consumer<RunReport> listener, RunReport report) {
        try {
            listener.accept(report);
        } catch (RuntimeException deaf) {
            LOG.warn("run={} has ended, but not all could be told of it: {}", report.id(), Problem.of(deaf).safe());
        }
    }

    /** Who is told of every run and plan after its end, when its report lies in its folder and the next may begin. */
    public void listen(Consumer<RunReport> listener) {
        listeners.add(listener);
    }

    /**
     * How runs before this process ended: a restart makes nothing good.
     *
     * @param before the latest
     * @param success the latest that did not fail; null if there is none
     */
    public void remember(LastRun before, LastRun success) {
        if (last == null) {
            last = before;
            if (success != null) {
                meters.succeeded(success);
            }
        }
    }

    /** One of several tenants is served no longer: what was counted of it is shown no longer. */
    public void forget() {
        meters.forget();
    }

    /** What waits from runs before this process; what is damaged the next run says. */
    public void remember(Holds holds) {
        try {
            meters.holds(holds.all());
        } catch (DamagedStateException damaged) {
            LOG.debug("what waits is not known", damaged);
        }
    }
}
