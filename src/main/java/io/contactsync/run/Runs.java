package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.core.Limits;
import io.contactsync.core.Step;
import io.contactsync.core.Totals;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.RunLock;
import io.contactsync.microsoftgraph.GraphTime;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Begins runs and knows the one in progress: the bean behind {@code run-sync}. */
public final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final RunSettings settings;
    private final Limits limits;
    private final ContactRenderer renderer;
    private final Fingerprint fingerprint;
    private final GraphTime graph;
    private final Clock clock;
    private final LongSupplier nanos;
    private final List<Consumer<RunReport>> listeners = new CopyOnWriteArrayList<>();
    /** Runs that have ended and are not closed yet. */
    private final Map<Run, RunReport> ended = new ConcurrentHashMap<>();
    private volatile Run current;
    private volatile LastRun last;
    private volatile boolean stopping;

    /**
     * Wired from the configuration.
     *
     * @param fingerprint of the configuration, as the text of a {@link Fingerprint}
     * @param graph tells Graph's time
     */
    public Runs(RunSettings settings, Limits limits, ContactRenderer renderer, String fingerprint, GraphTime graph) {
        this(settings, limits, renderer, fingerprint, graph, Clock.systemUTC(), System::nanoTime);
    }

    /** With other clocks, and without Graph's. */
    Runs(RunSettings settings, Limits limits, ContactRenderer renderer, String fingerprint, Clock clock) {
        this(settings, limits, renderer, fingerprint, () -> null, clock,
                () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    Runs(RunSettings settings, Limits limits, ContactRenderer renderer, String fingerprint, GraphTime graph,
            Clock clock, LongSupplier nanos) {
        this.settings = settings;
        this.limits = limits;
        this.renderer = renderer;
        this.fingerprint = Fingerprint.parse(fingerprint);
        this.graph = graph;
        this.clock = clock;
        this.nanos = nanos;
        RunMeters.begin();
    }

    /**
     * Begins a run: lock, journal, and what earlier runs left in doubt.
     *
     * @throws io.contactsync.journal.JournalException if another run is in progress, or the data folder cannot be used
     * @throws UnreadableRunException if the plan that is to be carried out cannot be
     * @throws ChangedMarksException if it would no longer know what runs before it wrote
     * @throws UnknownHoldException if something is approved that is not held
     */
    public Run begin(RunRequest request) {
        String id = RunId.of(clock.instant(), (short) ThreadLocalRandom.current().nextInt());
        RunLock lock = RunLock.take(settings.data());
        try {
            AtBegin held = AtBegin.read(new HoldsFile(settings.data()), settings.runs(), request.approvals());
            StoredPlan plan = request.plan().isEmpty() ? null : plan(request.plan());
            KnownMarks.require(request, settings.data(), fingerprint);
            RunRequest exact = request.approving(held.asked());
            Begun begun = Begun.now(id, exact, settings, renderer.category(), limits,
                    new RunTime(new RunClock(clock, nanos), graph));
            Run run = new Run(begun, plan, lock, fingerprint, new RunHolds(id, settings.data(), fingerprint, held));
            start(run, exact, held);
            current = run;
            return run;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /**
     * The plan of that id, fit to be carried out by a run of this configuration.
     *
     * @param id or its beginning; {@code latest} is the newest plan
     * @throws UnreadableRunException if there is none, or it cannot be used
     */
    public StoredPlan plan(String id) {
        return new PlanFit(settings, renderer.category(), fingerprint).find(id);
    }

    /** A run that cannot even say that it begins leaves no file open. */
    private void start(Run run, RunRequest request, AtBegin held) {
        try {
            run.journal().write(RunEntries.start(run.id(), request, settings, fingerprint.whole(), held));
        } catch (RuntimeException failed) {
            run.journal().close();
            throw failed;
        }
    }

    /** A run that was due could not even begin. */
    public void missed(Exception cause) {
        last = new LastRun(clock.instant(), ExitCode.FAILED, Problem.of(cause).safe());
    }

    /** Why the latest run failed, fit for a log. */
    public String lastReason() {
        return last == null ? "" : last.reason();
    }

    /** How the latest run ended; null before the first has. */
    public LastRun last() {
        return last;
    }

    /** How far the latest run is; before the first, how far nothing is. */
    public Progress progress() {
        Run run = current;
        return run == null ? Progress.NONE : run.tidings().progress().now(run.tidings().gathered()::called);
    }

    /** A source is about to be read. */
    public void reads(Run run, String source) {
        run.tidings().progress().reads(source);
    }

    /**
     * Whether a source was read completely, but does not name all that it named last: it is read a second time before
     * that is believed.
     */
    public boolean isMissingAny(Run run, SourceContacts source) {
        return run.remembered().isMissingAny(source);
    }

    /** Two readings of one source. */
    public SourceContacts together(SourceContacts first, SourceContacts second) {
        return first.and(second);
    }

    /** What the sources gave, into the run. */
    public void take(Run run, List<SourceContacts> sources) {
        run.take(sources, renderer);
    }

    /** One task a mailbox; none if the whole run waits for a human. */
    public List<MailboxTask> tasks(Run run, List<Target> targets) {
        return run.tasks(targets);
    }

    /** The end of a run that went through. */
    public RunReport finish(Run run, Totals totals) {
        return ended(run, run.finish(totals, stopping));
    }

    /** The end of a run that failed. */
    public RunReport fail(Run run, Exception cause) {
        LOG.debug("the run {} failed", run.id(), cause);
        return ended(run, run.fail(Problem.of(cause)));
    }

    private RunReport ended(Run run, RunReport summary) {
        last = new LastRun(clock.instant(), summary.exit(), run.tidings().findings().first());
        RunMeters.ended(summary, last);
        ended.put(run, summary);
        return summary;
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
     * How runs before this process ended, for those who watch a service: a restart makes nothing good.
     *
     * @param before the latest
     * @param success the latest that did not fail; null if there is none
     */
    public void remember(LastRun before, LastRun success) {
        if (last == null) {
            last = before;
            if (success != null) {
                RunMeters.succeeded(success);
            }
        }
    }

    /** What waits from runs before this process, for those who watch a service; what is damaged the next run says. */
    public void rememberHolds() {
        try {
            RunMeters.holds(new Holds(settings.data()).all());
        } catch (DamagedStateException damaged) {
            LOG.debug("what waits is not known", damaged);
        }
    }

    /** Gives journal and lock back; only then others are told, for whom nobody must wait. */
    public void close(Run run) {
        RunReport report = ended.remove(run);
        try {
            run.close();
        } finally {
            if (report != null) {
                listeners.forEach(listener -> tell(listener, report));
            }
        }
    }

    /** The run of that id. */
    Run of(String id) {
        Run run = current;
        if (run == null || !run.id().equals(id)) {
            throw new IllegalStateException("the run " + id + " is not in progress here");
        }
        return run;
    }

    /** From now on nothing new is sent: what is in flight is waited for, the rest is left for the next run. */
    public void stop() {
        stopping = true;
    }

    /** Whether that run sends nothing more. */
    boolean isEnding(Run run) {
        return stopping || run.isAborted();
    }

    /** A mailbox of the run in progress waits. */
    void waits(Step step) {
        Run run = current;
        if (run != null && step.waitUntil() != null) {
            run.tidings().progress().waits(step.state().mailbox(), step.waitUntil());
        }
    }

    /** The clock of the run in progress. */
    Clock clock() {
        Run run = current;
        return run == null ? clock : run.clock();
    }
}
