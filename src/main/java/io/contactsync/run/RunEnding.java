package io.contactsync.run;

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
        boolean stopped = run.isStopped();
        if (stopped) {
            tidings.findings().add(Problem.of("stopped before the end"));
        }
        Moved moved = tidings.plan().moved();
        boolean whole = !stopped && begun.request().order() instanceof SyncOrder && moved.isNothing();
        boolean counts = whole && !begun.request().dryRun() && !everythingHeld;
        boolean remembered = isRemembered(Acceptance.of(counts, tidings.holds().isAnythingHeld(), totals));
        closeHolds(totals, remembered && whole);
        Totals all = everythingHeld ? Totals.allHeld(tidings.progress().targets()) : totals;
        AtEnd end = new AtEnd(all, remembered, stopped, isSettling(),
                tidings.findings().causes().isOnlyRefused(), tidings.holds().isAnythingHeld(),
                tidings.holds().isAllRejected(), tidings.findings().isAnyProblem(), moved.isLacking());
        if (end.exit() == ExitCode.DONE && begun.request().order() instanceof RemoveOrder order && order.isOfAll()
                && !begun.request().dryRun()) {
            run.remembered().forget();
        }
        return words.say(all, end.exit());
    }

    /** The run failed: nothing is remembered. */
    RunReport failed(Totals totals, Problem reason) {
        tidings.findings().add(reason);
        closeHolds(totals, false);
        return words.say(totals, ExitCode.FAILED);
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

    private boolean isSettling() {
        return tidings.findings().causes().list().stream()
                .anyMatch(cause -> cause.text().equals(MailboxResults.UNSETTLED)
                        || cause.text().equals(MailboxResults.UNLISTED));
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
        Given given = run.given();
        return new RunReach(begun.request().dryRun(), complete, everythingHeld, holds.isAnythingHeld(),
                totals.failed() > 0, used, given.sources(SourceState.INCOMPLETE), given.sources(SourceState.HELD),
                holds.carryingOut(), given.named());
    }
}
