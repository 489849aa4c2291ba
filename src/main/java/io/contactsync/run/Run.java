package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.core.Totals;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.RunLock;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run from its begin to its end. Its first part is told by one thread; from {@link #tasks} on it is shared by all
 * mailboxes and only read.
 */
public final class Run implements AutoCloseable {

    private final Begun begun;
    private final RunLock lock;
    private final Journal journal;
    private final Caution caution;
    private final Remembered remembered;
    private final Tidings tidings;
    private final AtomicReference<Exception> aborted = new AtomicReference<>();
    private volatile Brief brief;

    /** @param carriedOut the plan that is carried out; null if none is */
    Run(Begun begun, StoredPlan carriedOut, RunLock lock, Fingerprint fingerprint, RunHolds holds) {
        this.begun = begun;
        this.lock = lock;
        this.journal = Journal.begin(begun.folder(), begun.time().clock());
        this.caution = new Caution(begun.id(), begun.settings(), begun.time(), journal);
        this.remembered = new Remembered(begun.settings());
        this.tidings = Tidings.of(begun, carriedOut, fingerprint, holds);
        this.brief = Brief.before(begun.settings(), begun.limits());
    }

    /** Takes what the sources gave. */
    void take(List<SourceContacts> sources, ContactRenderer renderer) {
        Verdicts verdicts = remembered.verdicts(begun.limits(), tidings.holds().approvals());
        brief = new Taking(begun, tidings, journal).of(sources, renderer, verdicts);
    }

    /** One task a mailbox; none at all if the whole run waits for a human. */
    List<MailboxTask> tasks(List<Target> found) {
        tidings.gathered().targets(found);
        Map<String, MailboxTask> tasks = new LinkedHashMap<>();
        found.forEach(target -> tasks.putIfAbsent(target.mailbox(),
                new MailboxTask(begun.id(), target.mailbox(), target.skip())));
        tidings.progress().begins(tasks.size());
        journal.write(JournalEntry.of(Grammar.TARGETS).with("mailboxes", tasks.size())
                .with("desired", brief.desired().size()));
        caution.earlier();
        if (brief.everythingHeld()) {
            return List.of();
        }
        tidings.plan().keepContents(begun.at()).ifPresent(tidings.findings()::add);
        return List.copyOf(tasks.values());
    }

    /** The end of a run that came so far; something that concerned the whole run may have kept it from more. */
    RunReport finish(Totals totals, boolean stopped) {
        tidings.progress().ends();
        caution.problems().forEach(tidings.findings()::add);
        Exception cause = aborted.get();
        return cause == null ? ending().through(totals, stopped, remembered)
                : ending().failed(totals, Problem.of(cause));
    }

    /** The end of a run that failed. */
    RunReport fail(Problem reason) {
        return ending().failed(Totals.NONE, reason);
    }

    private Ending ending() {
        return new Ending(begun, brief, tidings, journal);
    }

    /**
     * Something that concerns the whole run: no token, no journal. Nothing more is sent; what is in flight comes back
     * first.
     */
    void abort(Exception cause) {
        aborted.compareAndSet(null, cause);
    }

    boolean isAborted() {
        return aborted.get() != null;
    }

    /**
     * Something is about to be written: whether the machine has slept, and, before anything is sent, whether the lock
     * still holds.
     */
    void hear(boolean sending) {
        begun.time().hear();
        if (sending) {
            lock.check();
        }
    }

    public String id() {
        return begun.id();
    }

    /** What it was begun with. */
    Begun begun() {
        return begun;
    }

    /** What every mailbox of it shares; nobody is desired before {@link #take}. */
    Brief brief() {
        return brief;
    }

    /** What it hears of its sources and mailboxes. */
    Tidings tidings() {
        return tidings;
    }

    /** What the runs before it remember of their sources. */
    Remembered remembered() {
        return remembered;
    }

    /** What keeps it from creating contacts. */
    Caution caution() {
        return caution;
    }

    /**
     * The time now by Graph's clock, which ages of contacts are measured by; by our own as long as Graph's is not
     * known. It does not jump.
     */
    Instant now() {
        return begun.time().now();
    }

    /** Deadlines and waits are measured by it. */
    Clock clock() {
        return begun.time().clock();
    }

    /** Its journal. */
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
