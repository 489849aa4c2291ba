package io.contactsync.run;

import io.contactsync.core.SourceState;
import io.contactsync.core.Totals;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.KnownHold;
import io.contactsync.problem.Problem;

import java.util.Set;
import java.util.stream.Collectors;

/** The end of a run: what is remembered of it, what waits after it, and its exit code. The last words follow. */
final class Ending {

    private final Begun begun;
    private final Brief brief;
    private final Tidings tidings;
    private final Journal journal;
    private final LastWords words;

    Ending(Begun begun, Brief brief, Tidings tidings, Journal journal) {
        this.begun = begun;
        this.brief = brief;
        this.tidings = tidings;
        this.journal = journal;
        this.words = new LastWords(begun, tidings, journal, brief.everythingHeld());
    }

    /** The run went through, or was stopped: what its sources named is remembered, as far as that is accepted. */
    RunReport through(Totals totals, boolean stopped, Remembered memory) {
        if (stopped) {
            tidings.findings().add(Problem.of("stopped before the end"));
        }
        Moved moved = tidings.plan().moved();
        boolean counts = !stopped && !begun.request().dryRun() && !brief.everythingHeld() && moved.isNothing();
        boolean remembered = isRemembered(memory, Acceptance.of(counts, tidings.holds().isAnythingHeld(), totals));
        closeHolds(totals, remembered && !stopped && moved.isNothing());
        Totals all = brief.everythingHeld()
                ? new Totals(0, 0, tidings.progress().targets(), 0, totals.tally(), 0) : totals;
        AtEnd end = new AtEnd(all, remembered, stopped, isSettling(),
                tidings.findings().causes().isOnlyRefused(), tidings.holds().isAnythingHeld(),
                tidings.holds().isAllRejected(), tidings.findings().isAnyProblem(), moved.isLacking());
        return words.say(all, end.exit());
    }

    /** The run failed: nothing is remembered. */
    RunReport failed(Totals totals, Problem reason) {
        tidings.findings().add(reason);
        closeHolds(totals, false);
        return words.say(totals, ExitCode.FAILED);
    }

    /** What was done stays told, although what the sources named cannot be remembered. */
    private boolean isRemembered(Remembered memory, Acceptance accepted) {
        try {
            memory.accept(accepted, brief, tidings.holds());
            return true;
        } catch (JournalException unwritable) {
            tidings.findings().add(Problem.of(unwritable));
            return false;
        }
    }

    private boolean isSettling() {
        return tidings.findings().causes().list().stream()
                .anyMatch(cause -> cause.text().equals(MailboxResults.UNSETTLED));
    }

    /** Remembers what waits; the journal tells it without names. */
    private void closeHolds(Totals totals, boolean complete) {
        try {
            tidings.notes().ended(tidings.holds().close(reach(totals, complete), begun.at(), tidings.names()::of));
            tidings.holds().open().forEach(hold -> journal.write(JournalEntries.hold(hold)));
        } catch (JournalException unwritable) {
            tidings.findings().add(Problem.of(unwritable));
        }
    }

    private RunReach reach(Totals totals, boolean complete) {
        RunHolds holds = tidings.holds();
        Set<String> used = holds.begin().used().stream().map(KnownHold::id).collect(Collectors.toSet());
        return new RunReach(begun.request().dryRun(), complete, brief.everythingHeld(), holds.isAnythingHeld(),
                totals.failed() > 0, used, brief.sources(SourceState.INCOMPLETE), brief.sources(SourceState.HELD),
                holds.carryingOut(), brief.named());
    }
}
