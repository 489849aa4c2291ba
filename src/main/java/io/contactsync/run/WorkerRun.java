package io.contactsync.run;

import io.contactsync.core.Desired;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.KnownMailbox;
import io.contactsync.core.MailboxResult;
import io.contactsync.journal.EarlierRuns;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.MailboxFiles;
import io.contactsync.journal.RefusedFile;
import io.contactsync.microsoftgraph.GraphStatistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The part of a coordinator's run that is done here: a run of this data folder, with its own journal and lock, whose
 * mailboxes come one by one, each with what the coordinator knows of it. Told by one thread at a time.
 */
final class WorkerRun {

    private final Run run;
    private final RunClaim claim;
    private final String coordinator;
    private final String hash;
    private final Brief brief;
    private final SharedKeys keys;
    private final WorkerNotes notes;
    private final MailboxFiles memory;
    private GraphStatistics told = GraphStatistics.NONE;
    private int busy;

    private WorkerRun(Run run, RunClaim claim, Grant first, Brief brief, WorkerNotes notes) {
        this.run = run;
        this.coordinator = first.coordinator();
        this.claim = claim;
        this.hash = first.claim();
        this.brief = brief;
        this.keys = new SharedKeys(claim.rendered());
        this.notes = notes;
        this.memory = new MailboxFiles(run.begun().settings().data());
    }

    /**
     * Begins it.
     *
     * @param first the first mailbox of it
     * @throws io.contactsync.journal.JournalException if the data folder cannot be used
     */
    static WorkerRun begin(Runs runs, RunClaim claim, Grant first, Shift shift) {
        new RefusedFile(runs.settings().data()).write(claim.refused());
        Run run = runs.begin(new RunRequest(claim.dryRun(), Set.of(), Set.of(), "", claim.order()));
        try {
            return begun(run, claim, first, shift);
        } catch (RuntimeException | Error broken) {
            run.close(); // a worker that cannot begin keeps no lock
            throw broken;
        }
    }

    private static WorkerRun begun(Run run, RunClaim claim, Grant first, Shift shift) {
        run.time().take(first.now());
        run.tidings().gathered().targets(claim.targets());
        Map<ContactKey, RenderedContact> rendered = new LinkedHashMap<>();
        claim.rendered().forEach(contact -> rendered.put(contact.key(), contact));
        run.take(new GuardedSources(rendered, run.unjudged()));
        run.journal().write(RunEntries.targets(claim.targets().size(), rendered.size(), null).with("of", claim.run())
                .with("worker", shift.worker));
        run.journal().write(RunEntries.clock(run.time().learn().graph()));
        Brief brief = brief(run, claim, rendered, first.earlier(claim));
        run.tidings().refusals().begin(rendered, claim.targets().size());
        if (!claim.dryRun()) {
            run.images().keep(rendered.values(), run.begun().at());
        }
        WorkerNotes notes = new WorkerNotes(shift.lease(), shift.clock());
        run.record().show(notes);
        return new WorkerRun(run, claim, first, brief, notes);
    }

    private static Brief brief(Run run, RunClaim claim, Map<ContactKey, RenderedContact> rendered,
            EarlierRuns earlier) {
        Begun begun = run.begun();
        return new Brief(run.id(), claim.dryRun(), claim.order(), claim.order().planning(run), begun.settings(),
                begun.limits(), claim.rules(), claim.drift(), rendered,
                new Desired(rendered.values().stream().map(RenderedContact::desired).toList()), claim.policy(),
                claim.approvals(), earlier);
    }

    Run run() {
        return run;
    }

    /** Whether it is of that claim. */
    boolean isOf(String other) {
        return hash.equals(other);
    }

    /** The coordinator's run. */
    String of() {
        return claim.run();
    }

    /** Who is told that it is still at work. */
    String coordinator() {
        return coordinator;
    }

    /** Whether nothing more can be done in it: no journal, or no token. */
    boolean isBroken() {
        return run.aborted() != null;
    }

    /** Whether a mailbox of it is worked on. */
    boolean isBusy() {
        return busy > 0;
    }

    /** A mailbox that this worker has. */
    MailboxTask task(Grant grant) {
        try {
            memory.write(grant.mailbox(), MailboxFiles.unpacked(grant.known()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        busy++;
        return new MailboxTask(brief.with(grant.earlier(claim)), grant.mailbox(), null);
    }

    /** It is through with one. */
    void leave() {
        busy--;
    }

    /** All that was done in it, to be written down by whoever asks. */
    Supplier<byte[]> account(MailboxResult result) {
        String mailbox = result.mailbox();
        KnownMailbox known = memory.read(mailbox);
        WorkerNotes.Notes done = notes.take(mailbox);
        MailboxPlan planned = done.planned;
        MailboxAccount account = new MailboxAccount(result, run.id(), run.journal().hash(),
                planned == null ? null : planned.plan(), planned == null ? List.of() : planned.holds(), done.seen,
                done.parts, run.tidings().quarantine().rest(mailbox, run.time().now()),
                run.caution().isSparing(mailbox), untold(), MailboxFiles.packed(known));
        return () -> account.bytes(keys);
    }

    /** What Graph was asked that the coordinator does not know of. */
    private GraphStatistics untold() {
        GraphStatistics all = run.begun().graph();
        GraphStatistics more = all.since(told);
        told = all;
        return more;
    }

    /**
     * Its end: journal and lock are given back.
     *
     * @param old removes old runs; null if Graph cannot be asked the time any more
     */
    void close(EndedRuns ended, OldRuns old) {
        try {
            if (!isBroken()) {
                if (old != null) {
                    old.tidy(run);
                }
                run.journal().write(JournalEntry.of(Grammar.RUN_END).with("run", run.id()).with("exit", ExitCode.DONE)
                        .with("notes", List.of("its results stand in the run " + claim.run())));
            }
        } finally {
            ended.close(run);
        }
    }
}
