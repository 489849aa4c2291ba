package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.SourceState;
import io.contactsync.core.Totals;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.KnownHold;
import io.contactsync.problem.Problem;

import java.util.Set;
import java.util.stream.Collectors;

/** The end of a run: what is remembered of it, what waits after it, and its exit code. The last words follow. */
final class RunEnding {

    private final Run run;
    private final Begun begun;
    private final Tidings tidings;
    private final boolean everythingHeld;
    private final LastWords words;

    RunEnding(Run run) {
        this.run = run;
        this.begun = run.begun();
        this.tidings = run.tidings();
        this.everythingHeld = run.given().verdicts().isEverythingHeld();
        this.words = new LastWords(begun, tidings, run.journal(), everythingHeld);
    }

    /** The run went through, or was stopped: what its sources named is remembered, as far as that is accepted. */
    RunReport through(Totals totals) {
        boolean stopped = run.early() != null;
        sayWhatWentWrong();
        boolean resting = tidings.quarantine().skipped() > 0;
        Moved moved = tidings.plan().moved();
        boolean whole = !stopped && begun.request().order() instanceof SyncOrder && moved.isNothing();
        if (whole && !begun.request().dryRun()) {
            rememberNeighbours();
        }
        boolean counts = whole && !begun.request().dryRun() && !everythingHeld;
        boolean remembered = isRemembered(Acceptance.of(counts, tidings.holds().isAnythingHeld(), totals, resting));
        forget();
        closeHolds(totals, remembered && whole);
        closeTrouble();
        Totals all = everythingHeld ? Totals.allHeld(tidings.progress().targets()) : totals;
        AtEnd end = new AtEnd(all, remembered, stopped, tidings.findings().causes().isOnlyRefused(),
                tidings.holds().isAnythingHeld(),
                tidings.holds().isAllRejected(), resting || tidings.findings().isAnyProblem(),
                moved.isLacking() || !tidings.plan().spared().isEmpty());
        return words.say(all, isForgotten(end.exit()) ? end.exit() : ExitCode.PARTLY);
    }

    /** An early end, and contacts that were refused and are not set aside. */
    private void sayWhatWentWrong() {
        if (run.early() != null) {
            tidings.findings().add(Problem.of(run.budget().sentence(run.early(), left().size(),
                    tidings.progress().targets())));
        }
        tidings.refusals().problems(tidings.gathered()::called).forEach(tidings.findings()::add);
    }

    /** The run failed: nothing is remembered. */
    RunReport failed(Totals totals, Problem reason) {
        return without(totals, reason, ExitCode.FAILED);
    }

    /** Somebody stopped it while its sources were read: no mailbox was begun, and nothing is remembered. */
    RunReport unbegun() {
        return without(Totals.NONE, Problem.of("stopped before a mailbox was begun: nothing was changed"),
                ExitCode.PARTLY);
    }

    private RunReport without(Totals totals, Problem reason, int exit) {
        tidings.findings().add(reason);
        closeHolds(totals, false);
        closeTrouble();
        return words.say(totals, exit);
    }

    private void rememberNeighbours() {
        try {
            new Neighbours(begun.settings().data()).now(tidings.notes().elsewhere().neighbours());
        } catch (JournalException unwritable) {
            tidings.findings().add(Problem.of(unwritable));
        }
    }

    /** What was done stays told, although what the sources named cannot be remembered. */
    private boolean isRemembered(Acceptance accepted) {
        try {
            run.remembered().accept(accepted, run.given().verdicts(), tidings.holds());
            return true;
        } catch (JournalException unwritable) {
            tidings.findings().add(Problem.of(unwritable));
            return false;
        }
    }

    /** What went wrong with mailboxes and contacts is remembered for the runs to come; a plan remembers nothing. */
    private void closeTrouble() {
        tidings.notes().refused(tidings.refusals().now(begun.at()));
        if (begun.request().dryRun() || everythingHeld) {
            return;
        }
        try {
            tidings.quarantine().close(tidings.gathered().ids(), run.aborted() != null, left(), begun.time());
            tidings.refusals().close(run.given().verdicts().policy().sources(), begun.at());
            tidings.deltas().close(Set.copyOf(tidings.gathered().ids()));
        } catch (JournalException unwritable) {
            tidings.findings().add(Problem.of(unwritable));
        }
    }

    /** What a run deleted and an undo brings back is not to be deleted again before a person says so. */
    private void forget() {
        if (begun.request().order() instanceof UndoOrder && !begun.request().dryRun()) {
            try {
                run.remembered().forget(tidings.plan().shared().stream()
                        .filter(change -> change.action() == Action.CREATE).map(change -> change.key().source())
                        .collect(Collectors.toSet()));
            } catch (JournalException unwritable) {
                tidings.findings().add(Problem.of(unwritable));
            }
        }
    }

    /** Where nothing of ours is left anywhere, no source is remembered: a later run begins as the first one did. */
    private boolean isForgotten(int exit) {
        RunRequest request = begun.request();
        boolean all = request.order() instanceof RemoveOrder order && order.isOfAll();
        try {
            if (all && exit == ExitCode.DONE && !request.dryRun()) {
                run.remembered().forget();
            }
            return true;
        } catch (JournalException unwritable) {
            tidings.findings().add(Problem.of(unwritable));
            return false;
        }
    }

    /** Mailboxes that the run did not come to, or not to their end, because it ended early. */
    private Set<String> left() {
        return run.early() == null ? Set.of() : tidings.gathered().mailboxes().stream()
                .filter(line -> EarlyEnd.isCause(line.cause())).map(MailboxLine::mailbox).collect(Collectors.toSet());
    }

    /** Remembers what mailboxes hold, and what waits; the journal tells it without names. */
    private void closeHolds(Totals totals, boolean complete) {
        try {
            run.targets().end();
            tidings.notes().ended(tidings.holds().close(reach(totals, complete), begun.at(), tidings.names()::of));
            tidings.holds().open().forEach(hold -> run.journal().write(RunEntries.hold(hold)));
        } catch (JournalException unwritable) {
            tidings.findings().add(Problem.of(unwritable));
        }
    }

    private RunReach reach(Totals totals, boolean complete) {
        RunHolds holds = tidings.holds();
        Set<String> used = holds.begin().used().stream().map(KnownHold::id).collect(Collectors.toSet());
        GuardedSources given = run.given();
        return new RunReach(begun.request().dryRun(), complete, everythingHeld, holds.isAnythingHeld(),
                totals.lacking() > 0, used, given.sources(SourceState.INCOMPLETE), given.sources(SourceState.HELD),
                holds.carryingOut(), given.named());
    }
}
