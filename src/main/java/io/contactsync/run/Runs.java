package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.ReadRetry;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Limits;
import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.RunId;
import io.contactsync.journal.RunLock;
import io.contactsync.journal.SharedState;
import io.contactsync.microsoftgraph.GraphTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Begins runs, and knows the one in progress: the bean behind {@code begin-run}. */
public final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final RunSettings settings;
    private final Limits limits;
    private final ContactRenderer renderer;
    private final Fingerprint fingerprint;
    private final GraphTime graph;
    private final Clock clock;
    private final Supplier<RunTime> times;
    private final RunMeters meters;
    private final EndedRuns ended;
    private final RunBudgets budgets;
    private final BeforeImages images;
    private final SharedState shared;
    private volatile Run current;
    private volatile boolean stopping;

    /**
     * Wired from the configuration.
     *
     * @param fingerprint of the configuration
     * @param budgets how much a run may spend
     * @param images what contacts held
     * @param shared who else may have the data folder's contents
     */
    public Runs(RunSettings settings, Limits limits, ContactRenderer renderer, Fingerprint fingerprint, GraphTime graph,
            RunBudgets budgets, BeforeImages images, SharedState shared) {
        this(settings, limits, renderer, fingerprint, graph, budgets, images,
                () -> new RunTime(new RunClock(Clock.systemUTC(), System::nanoTime), graph), Clock.systemUTC(), shared);
    }

    /** With other clocks, and without Graph's. */
    Runs(RunSettings settings, Limits limits, ContactRenderer renderer, Fingerprint fingerprint, Clock clock) {
        this(settings, limits, renderer, fingerprint, () -> null, new RunBudgets(240, 60, new ReadRetry(1)),
                new BeforeImages(settings.data(), 30, ""), clock,
                () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    Runs(RunSettings settings, Limits limits, ContactRenderer renderer, Fingerprint fingerprint, GraphTime graph,
            RunBudgets budgets, BeforeImages images, Clock clock, LongSupplier nanos) {
        this(settings, limits, renderer, fingerprint, graph, budgets, images,
                () -> new RunTime(new RunClock(clock, nanos), graph), clock);
    }

    /** @param times the time of a run that begins */
    Runs(RunSettings settings, Limits limits, ContactRenderer renderer, Fingerprint fingerprint, GraphTime graph,
            RunBudgets budgets, BeforeImages images, Supplier<RunTime> times, Clock clock) {
        this(settings, limits, renderer, fingerprint, graph, budgets, images, times, clock, FilesAlone.INSTANCE);
    }

    Runs(RunSettings settings, Limits limits, ContactRenderer renderer, Fingerprint fingerprint, GraphTime graph,
            RunBudgets budgets, BeforeImages images, Supplier<RunTime> times, Clock clock, SharedState shared) {
        this.shared = shared;
        this.settings = settings;
        this.limits = limits;
        this.renderer = renderer;
        this.fingerprint = fingerprint;
        this.graph = graph;
        this.clock = clock;
        this.times = times;
        this.budgets = budgets;
        this.meters = RunMeters.of(settings);
        this.ended = new EndedRuns(clock, meters);
        this.images = images;
        meters.begin();
    }

    Clock clock() {
        return clock;
    }

    /** What each of them is told of the configuration. */
    RunSettings settings() {
        return settings;
    }

    /** How they ended. */
    public EndedRuns ended() {
        return ended;
    }

    /**
     * Begins a run: lock, journal, and what earlier runs left waiting.
     *
     * @throws io.contactsync.journal.JournalException if another run is in progress, or the data folder cannot be used
     * @throws UnreadableRunException if the plan that is to be carried out cannot be
     * @throws ChangedMarksException if it would no longer know what runs before it wrote
     * @throws UnknownHoldException if something is approved that is not held
     */
    public Run begin(RunRequest request) {
        String id = RunId.of(clock.instant(), (short) ThreadLocalRandom.current().nextInt());
        RunLock lock = RunLock.take(settings.data(), shared);
        try {
            AtBegin held = AtBegin.read(new HoldsFile(settings.data()), settings.runs(), request.approvals());
            StoredPlan plan = request.plan().isEmpty() ? null : plan(request.plan());
            KnownMarks.require(request, settings.data(), fingerprint);
            RunRequest exact = request.approving(held.asked());
            Begun begun = Begun.now(id, exact, settings, renderer.category(), limits, times.get());
            Run run = new Run(begun, plan, lock, fingerprint, new RunHolds(id, settings, fingerprint, held),
                    budgets.of(begun.time()), images);
            start(run, exact, held);
            return run;
        } catch (RuntimeException | Error failed) {
            lock.close();
            throw failed;
        }
    }

    /** A run that cannot even say that it begins leaves no file open. */
    private void start(Run run, RunRequest request, AtBegin held) {
        try {
            run.journal().write(RunEntries.start(run.id(), request, settings, fingerprint.whole(), held));
        } catch (RuntimeException failed) {
            run.journal().close();
            throw failed;
        }
        graph.onlyWhile(run.record()::maySend);
        graph.pause(run.tidings().quarantine().ofAll(run.time().clock().instant()));
        run.budget().begin();
        current = run;
        if (stopping) {
            run.stop();
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

    /** What was written after a run goes to whom else it concerns, in a turn of its own; not if another has that. */
    public void share() {
        try {
            if (shared.isShared()) {
                RunLock.take(settings.data(), shared).close();
            }
        } catch (JournalException others) {
            LOG.debug("what was written after the run is not shared", others);
        }
    }

    /** How far the latest run is; before the first, how far nothing is. */
    public Progress progress() {
        Run run = current;
        return run == null ? Progress.NONE : run.tidings().progress().now(run.tidings().gathered()::called);
    }

    /** From now on nothing new is sent: what is in flight is waited for, the rest is left for the next run. */
    public void stop() {
        stopping = true;
        Optional.ofNullable(current).ifPresent(Run::stop);
    }

    /**
     * A mailbox's turn has come, in the run in progress here; after a stop it is skipped.
     *
     * @throws IllegalStateException if its task is another run's
     */
    public MailboxTurn turn(MailboxTask task) {
        Run run = current;
        if (run == null || !run.id().equals(task.brief().run())) {
            throw new IllegalStateException("the run " + task.brief().run() + " is not in progress here");
        }
        run.tidings().began(task.mailbox());
        EarlyEnd ending = task.isSkipped() ? null : run.leaving();
        return new MailboxTurn(ending == null ? task
                : new MailboxTask(task.brief(), task.mailbox(), ending.before()), run);
    }
}
