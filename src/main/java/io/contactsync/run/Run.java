package io.contactsync.run;

import io.contactsync.core.EarlyEnd;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.RunLock;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A run in progress, as far as it lives: its journal and lock, its clock, whether it is ending, and what it is told.
 * Its first part is told by one thread; then all mailboxes share it.
 */
public final class Run implements AutoCloseable {

    private final Begun begun;
    private final RunRecord record;
    private final Caution caution;
    private final Remembered remembered;
    private final Tidings tidings;
    private final KnownTargets targets;
    private final BeforeImages images;
    private final SourceMoves moves;
    private final AtomicReference<Exception> aborted = new AtomicReference<>();
    private final RunBudget budget;
    private volatile EarlyEnd early;
    private volatile GuardedSources given;
    private volatile RunReport report;

    /** @param carriedOut the plan that is carried out; null if none is */
    Run(Begun begun, StoredPlan carriedOut, RunLock lock, Fingerprint fingerprint, RunHolds holds, RunBudget budget,
            BeforeImages images) {
        this.begun = begun;
        this.budget = budget;
        this.images = images;
        this.moves = new SourceMoves(images, this::given);
        this.record = new RunRecord(lock,
                Journal.begin(begun.settings().data(), begun.folder(), begun.time().clock()));
        this.caution = new Caution(begun, record.journal());
        this.remembered = new Remembered(begun.settings());
        this.tidings = Tidings.of(begun, carriedOut, fingerprint, holds);
        this.targets = new KnownTargets(begun, tidings);
        this.given = new GuardedSources(Map.of(), unjudged());
    }

    /** The guards of its sources, before they have judged. */
    SourceVerdicts unjudged() {
        return new SourceVerdicts(remembered, begun.limits(), begun.settings(), tidings.holds().approvals());
    }

    /** Takes what the sources gave. */
    void take(GuardedSources sources) {
        given = sources;
    }

    /** What the sources gave; nothing before they were read. */
    GuardedSources given() {
        return given;
    }

    /** What concerns the whole run: no token, no journal. Nothing more is sent; what is in flight comes back first. */
    void abort(Exception cause) {
        aborted.compareAndSet(null, cause);
    }

    /** What concerned the whole run; null if nothing did. */
    Exception aborted() {
        return aborted.get();
    }

    /** Nothing new is sent: what is in flight is waited for, the rest is left for the next run. */
    void stop() {
        early = EarlyEnd.STOPPED;
    }

    /** Why nothing more is to be sent; null if something is. */
    EarlyEnd ending() {
        return early != null ? early : aborted() != null ? EarlyEnd.STOPPED : budget.over();
    }

    /** The same, for whoever leaves something because of it: the run has then ended before all was done. */
    EarlyEnd leaving() {
        EarlyEnd why = ending();
        if (early == null && aborted() == null) {
            early = why;
        }
        return why;
    }

    /** Why it ended before all was done; null if nothing was left because of that. */
    EarlyEnd early() {
        return early;
    }

    /** What it may spend. */
    RunBudget budget() {
        return budget;
    }

    /**
     * Writes what a mailbox says into its journal, and first looks whether the machine has slept: waits and ages are
     * measured after that. What is about to be sent is on the disk when this returns, and the lock still holds.
     */
    void write(List<JournalEntry> entries, boolean sending) {
        begun.time().hear();
        record.write(entries, sending);
    }

    /** Its journal as mailboxes write it, with the lock and whoever sees what they do. */
    RunRecord record() {
        return record;
    }

    public String id() {
        return begun.id();
    }

    /** What it was begun with. */
    Begun begun() {
        return begun;
    }

    /** Its time: waits are measured by its clock, ages of contacts by Graph's. */
    RunTime time() {
        return begun.time();
    }

    /** What it hears of its sources and mailboxes. */
    Tidings tidings() {
        return tidings;
    }

    /** The mailboxes that are or were targets. */
    KnownTargets targets() {
        return targets;
    }

    /** What the runs before it remember of their sources. */
    Remembered remembered() {
        return remembered;
    }

    /** What contacts held before runs changed them. */
    BeforeImages images() {
        return images;
    }

    /** What its sources have changed since contacts were written. */
    SourceMoves moves() {
        return moves;
    }

    /** What keeps it from creating contacts. */
    Caution caution() {
        return caution;
    }

    /** Its journal, for what the run says as a whole: each line is on the disk at once. */
    public Journal journal() {
        return record.journal();
    }

    /** It has come to its end. */
    RunReport end(RunReport last) {
        report = last;
        return last;
    }

    /** Its report; null before its end. */
    RunReport report() {
        return report;
    }

    /** Gives journal and lock back. */
    @Override
    public void close() {
        budget.end();
        record.close(report != null && report.exit() == ExitCode.FAILED);
    }
}
