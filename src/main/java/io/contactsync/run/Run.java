package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.Problem;
import io.contactsync.contact.RenderedContact;
import io.contactsync.contact.SourceContacts;
import io.contactsync.core.Cause;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Desired;
import io.contactsync.core.Limits;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Policy;
import io.contactsync.core.SourceGuard;
import io.contactsync.core.SourceState;
import io.contactsync.core.Totals;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.RecentCreates;
import io.contactsync.journal.RunLock;
import io.contactsync.journal.SourceMemory;
import io.contactsync.microsoftgraph.GraphStatistics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** One run from its begin to its end. Its first part is told by one thread; from {@link #tasks} on it is shared by all mailboxes and only read. */
public final class Run implements AutoCloseable {

    private static final String WAITS = "the whole run waits for an approval";

    private final String id;
    private final RunRequest request;
    private final RunSettings settings;
    private final Limits limits;
    private final RunTime time;
    private final Instant began;
    private final GraphStatistics asked;
    private final RunLock lock;
    private final Journal journal;
    private final Caution caution;
    private final SourceMemory memory;
    private final RunHolds holds;
    private final HeldNames names;
    private final RunProgress progress;

    private final AtomicReference<Exception> aborted = new AtomicReference<>();
    private final Findings findings = new Findings();
    private final Notes notes = new Notes();
    private final RunPlan plan;
    private final Gathered gathered;
    private volatile Desired desired = new Desired(List.of());
    private volatile Map<ContactKey, RenderedContact> rendered = Map.of();
    private volatile Map<String, Map<ContactKey, String>> accepted = Map.of();
    private volatile Policy policy;
    private volatile boolean everythingHeld;
    private boolean complete;

    Run(String id, RunRequest request, StoredPlan carriedOut, RunSettings settings, Limits limits, RunTime time, RunLock lock, Fingerprint fingerprint,
            RunHolds holds) {
        this.id = id;
        this.request = request;
        this.settings = settings;
        this.limits = limits;
        this.time = time;
        this.began = time.clock().instant();
        this.asked = time.graph().statistics();
        this.lock = lock;
        this.holds = holds;
        this.names = new HeldNames(settings.data());
        this.memory = new SourceMemory(settings.data().resolve("state").resolve("sources"));
        this.journal = Journal.begin(settings.runs().resolve(id), time.clock());
        this.caution = new Caution(id, settings, time, journal);
        if (holds.begin().damage() != null) {
            findings.add(holds.begin().damage());
        }
        this.progress = new RunProgress(id, request.kind(), time.clock(), () -> graph().throttled());
        this.gathered = new Gathered(time.clock(), began);
        this.plan = new RunPlan(request, carriedOut, settings, fingerprint.whole(), gathered);
    }

    /** Takes what the sources gave: renders it once for all mailboxes, and asks the guards. */
    public void take(List<SourceContacts> sources, ContactRenderer renderer) {
        rendered = renderer.renderAll(sources);
        desired = new Desired(rendered.values().stream().map(RenderedContact::desired).toList());
        Verdicts verdicts = new Verdicts(memory, limits, settings, holds.approvals());
        notes.sources(sources);
        LastReadings readings = new LastReadings(settings.data(), id, began);
        for (SourceContacts source : sources) {
            Map<ContactKey, String> now = source.contacts().stream()
                    .collect(Collectors.toMap(contact -> contact.key().shown(), contact -> rendered.get(contact.key()).hash()));
            SourceGuard.Verdict verdict = verdicts.judge(source, now);
            if (verdict.deletions() != null || verdict.everything() != null) {
                names.before(source.source());
            }
            findings.add(source);
            gathered.source(source, verdict.state());
            readings.keep(source, verdict.state(), now);
            journal.write(RunEntries.source(source, verdict.state()));
        }
        names.now(sources, rendered.values());
        verdicts.problems().forEach(findings::add);
        verdicts.forgotten().ifPresent(findings::add);
        verdicts.holds().forEach(holds::hold);
        everythingHeld = verdicts.isEverythingHeld();
        accepted = verdicts.accepted();
        policy = verdicts.policy().adopting(request.adopted());
        plan.know(rendered, verdicts);
        progress.listsTargets();
    }

    /** What Graph was asked in this run. */
    private GraphStatistics graph() {
        return time.graph().statistics().since(asked);
    }

    /** Keys of a source's last accepted reading that this one does not name; none if this one is incomplete anyway. */
    public boolean isMissingAny(SourceContacts source) {
        Set<ContactKey> named = source.contacts().stream().map(contact -> contact.key().shown()).collect(Collectors.toSet());
        return source.isComplete() && !named.containsAll(remembered(source.source()));
    }

    /** Keys of a source's last accepted reading; none if that is damaged, which is said when the guards are asked. */
    private Set<ContactKey> remembered(String source) {
        try {
            return memory.read(source).keySet();
        } catch (DamagedStateException damaged) {
            return Set.of();
        }
    }

    /** What waits for a human, and what a human lets through. */
    RunHolds holds() {
        return holds;
    }

    /** One task a mailbox; none at all if the whole run waits for a human. */
    public List<MailboxTask> tasks(List<Target> found) {
        gathered.targets(found);
        Map<String, MailboxTask> tasks = new LinkedHashMap<>();
        found.forEach(target -> tasks.putIfAbsent(target.mailbox(), new MailboxTask(id, target.mailbox(), target.skip())));
        progress.begins(tasks.size());
        journal.write(JournalEntry.of("targets").with("mailboxes", tasks.size()).with("desired", desired.size()));
        caution.earlier();
        if (!everythingHeld) {
            plan.keepContents(began).ifPresent(findings::add);
        }
        return List.copyOf(tasks.values());
    }

    /** A mailbox was planned. */
    void planned(MailboxPlan planned) {
        notes.plan(planned.plan());
        progress.planned(planned.task().mailbox(), planned.plan().changes().size());
        plan.add(planned);
    }

    /** The end of a run that went through: remembers what the sources named, unless it was a dry run or was cut short. */
    public RunReport finish(Totals totals, boolean stopped) {
        progress.ends();
        caution.problems().forEach(findings::add);
        if (aborted.get() != null) {
            findings.add(Problem.of(aborted.get()));
            closeHolds(totals);
            return end(totals, ExitCode.FAILED);
        }
        if (stopped) {
            findings.add(Problem.of("stopped before the end"));
        }
        boolean remembered = stopped || !isAccepted() || isRemembered(totals);
        complete = remembered && !stopped && plan.moved().isNothing();
        closeHolds(totals);
        Totals all = everythingHeld ? new Totals(0, 0, progress.targets(), 0, totals.tally(), 0) : totals;
        return end(all, !remembered || !stopped && isNothingThrough(all) ? ExitCode.FAILED : exit(all));
    }

    /** What was left out of a plan is compared with the earlier reading next time too. */
    private boolean isAccepted() {
        return !request.dryRun() && !everythingHeld && plan.moved().isNothing();
    }

    /** What was done stays told, although what the sources named cannot be remembered. */
    private boolean isRemembered(Totals totals) {
        try {
            remember(totals);
            return true;
        } catch (JournalException unwritable) {
            findings.add(Problem.of(unwritable));
            return false;
        }
    }

    /** A mailbox that only waits for its creates to settle has not failed. */
    private boolean isNothingThrough(Totals totals) {
        return totals.isNothingDone() && causes().stream().noneMatch(cause -> cause.text().equals(MailboxResults.UNSETTLED));
    }

    private int exit(Totals totals) {
        if (holds.isAnythingHeld() ? !holds.isAllRejected() : totals.held() > 0) {
            return ExitCode.HELD;
        }
        return totals.failed() > 0 || findings.isAnyProblem() || holds.isAnythingHeld() || plan.moved().isLacking() ? ExitCode.PARTLY : ExitCode.DONE;
    }

    /** Remembers what waits; the journal tells it without names. */
    private void closeHolds(Totals totals) {
        try {
            notes.ended(holds.close(reach(totals), began, names::of));
            holds.open().forEach(hold -> journal.write(JournalEntries.hold(hold)));
        } catch (JournalException unwritable) {
            findings.add(Problem.of(unwritable));
        }
    }

    private RunReach reach(Totals totals) {
        Set<String> used = holds.begin().used().stream().map(KnownHold::id).collect(Collectors.toSet());
        Set<String> named = rendered.keySet().stream().map(key -> key.shown().text()).collect(Collectors.toSet());
        return new RunReach(request.dryRun(), complete, everythingHeld, holds.isAnythingHeld(), totals.failed() > 0, used, in(SourceState.INCOMPLETE),
                in(SourceState.HELD), holds.carryingOut(), named);
    }

    private Set<String> in(SourceState state) {
        return policy == null ? Set.of() : policy.sources().entrySet().stream().filter(entry -> entry.getValue() == state).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * A source that was never read before is remembered once nothing of it waits: until then its deletions have nothing to be compared with. A
     * retired one is forgotten once all of it is gone.
     */
    private void remember(Totals totals) {
        accepted.forEach((source, contacts) -> {
            if (memory.isWritable(source) && (!holds.isAnythingHeld() || !policy.unremembered().contains(source))) {
                memory.write(source, contacts);
            }
        });
        if (!holds.isAnythingHeld() && totals.held() == 0) {
            holds.accept();
            if (totals.failed() == 0) {
                settings.retired().forEach(memory::forget);
            }
        }
    }

    /** The end of a run that failed. */
    public RunReport fail(Problem reason) {
        findings.add(reason);
        closeHolds(Totals.NONE);
        return end(Totals.NONE, ExitCode.FAILED);
    }

    /** What cannot be stored or journalled is said: the exit code stays true. */
    private RunReport end(Totals totals, int exit) {
        Duration took = Duration.between(began, time.clock().instant());
        List<PlannedChange> changes = plan.changes();
        int stored = isStored(report(totals, exit, took, changes)) || exit != ExitCode.DONE ? exit : ExitCode.PARTLY;
        findings.close(id, holds.all());
        int truthful = isJournalled(RunEntries.end(id, totals, stored, took, findings.safe(), notes.ofMailboxes(settings.instance())))
                ? stored : ExitCode.FAILED;
        RunReport report = report(totals, truthful, took, changes);
        if (truthful != exit) {
            isStored(report);
        }
        progress.over();
        return report;
    }

    private RunReport report(Totals totals, int exit, Duration took, List<PlannedChange> changes) {
        GraphStatistics graph = graph();
        return new RunReport(id, request.kind(), request.plan(), settings.instance(), began, took, exit, totals,
                gathered.sources(), everythingHeld ? gathered.held(WAITS) : gathered.mailboxes(), changes,
                holds.open(), causes(), everythingHeld ? List.of() : plan.sentences(), findings.sentences(),
                findings.unlisted(), notes.sentences(settings.instance()), progress.beats(), graph.requests(), graph.throttled(),
                journal.file().toAbsolutePath().toString());
    }

    private boolean isStored(RunReport report) {
        Path folder = settings.runs().resolve(id);
        try {
            Optional<StoredPlan> stored = plan.stored(report);
            if (stored.isPresent()) {
                PlanFile.write(folder.resolve(RunFolder.PLAN), stored.get());
            }
            RunFolder.write(folder, report);
            return true;
        } catch (IOException unwritable) {
            findings.add(Problem.of("the report of the run cannot be written to '" + folder + "': " + unwritable.getMessage()));
            return false;
        }
    }

    private boolean isJournalled(JournalEntry end) {
        try {
            journal.write(end);
            return true;
        } catch (JournalException broken) {
            findings.add(Problem.of(broken));
            return false;
        }
    }

    /** Keys of the mailbox owner's own card. */
    Set<ContactKey> ownCard(String mailbox) {
        Set<ContactKey> own = new HashSet<>();
        if (!settings.ownCard()) {
            settings.sources().forEach(source -> own.add(new ContactKey(source, mailbox)));
        }
        return own;
    }

    /** Something that concerns the whole run: no token, no journal. Nothing more is sent; what is in flight comes back first. */
    void abort(Exception cause) {
        aborted.compareAndSet(null, cause);
    }

    boolean isAborted() {
        return aborted.get() != null;
    }

    void mailboxFinished(MailboxResult result) {
        progress.ended(result.mailbox());
        gathered.ended(result, findings.causes().ended(result));
        holds.ended(result);
    }

    /** What became of changes in a mailbox. */
    void came(String mailbox, List<Outcome> outcomes) {
        outcomes.forEach(outcome -> {
            findings.causes().came(mailbox, outcome, name(outcome));
            holds.came(mailbox, outcome);
        });
        progress.came(mailbox, outcomes);
    }

    private String name(Outcome outcome) {
        RenderedContact contact = rendered.get(outcome.change().key());
        return contact == null ? "" : contact.name();
    }

    /** The plan of the whole run. */
    RunPlan plan() {
        return plan;
    }

    /** What is gathered for the report. */
    Gathered gathered() {
        return gathered;
    }

    private List<Cause> causes() {
        return everythingHeld ? List.of(new Cause(MailboxResult.Status.HELD, WAITS, progress.targets(), List.of()))
                : findings.causes().list();
    }

    /** The first thing that was not as it should be, without what was found; empty if there is none. */
    String reason() {
        List<String> reasons = findings.safe();
        return reasons == null ? "" : reasons.get(0);
    }

    /** How far it is. */
    RunProgress progress() {
        return progress;
    }

    /** Whether the whole run waits for a human. */
    public boolean isEverythingHeld() {
        return everythingHeld;
    }

    /** The time now by Graph's clock, which ages of contacts are measured by; by our own as long as Graph's is not known. It does not jump. */
    Instant now() {
        return time.now();
    }

    /** Deadlines and waits are measured by it. */
    Clock clock() {
        return time.clock();
    }

    /** What keeps this run from creating contacts. */
    Caution caution() {
        return caution;
    }

    /** Something is about to be written: whether the machine has slept, and, before anything is sent, whether the lock still holds. */
    void hear(boolean sending) {
        time.hear();
        if (sending) {
            lock.check();
        }
    }

    public String id() {
        return id;
    }

    /** What is worth saying at the end although nothing is wrong. */
    Notes notes() {
        return notes;
    }

    RunRequest request() {
        return request;
    }

    RunSettings settings() {
        return settings;
    }

    Limits limits() {
        return limits;
    }

    Desired desired() {
        return desired;
    }

    Policy policy() {
        return policy;
    }

    RecentCreates recent() {
        return caution.earlier().recent();
    }

    RenderedContact rendered(ContactKey key) {
        return rendered.get(key);
    }

    /** The run's journal. */
    public Journal journal() {
        return journal;
    }

    /** Gives journal and lock back. */
    @Override
    public void close() {
        try (lock) {
            journal.close();
        }
    }
}
