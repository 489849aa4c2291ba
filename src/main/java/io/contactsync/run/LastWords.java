package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Totals;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.JournalException;
import io.contactsync.microsoftgraph.GraphStatistics;
import io.contactsync.problem.Problem;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The last a run says: its report, stored before the journal's last line. */
final class LastWords {

    private static final String WAITS = "the whole run waits for an approval";

    private final Begun begun;
    private final Tidings tidings;
    private final Journal journal;
    private final boolean everythingHeld;

    LastWords(Begun begun, Tidings tidings, Journal journal, boolean everythingHeld) {
        this.begun = begun;
        this.tidings = tidings;
        this.journal = journal;
        this.everythingHeld = everythingHeld;
    }

    /** What cannot be stored or journalled is said: the exit code stays true. */
    RunReport say(Totals totals, int exit) {
        Duration took = begun.took();
        List<PlannedChange> changes = tidings.plan().changes();
        boolean whole = isStored(report(totals, exit, took, changes));
        int stored = whole || exit != ExitCode.DONE ? exit : ExitCode.PARTLY;
        tidings.findings().close(begun.id(), tidings.holds().all());
        int truthful = isJournalled(RunEntries.end(begun.id(), totals, stored, took, tidings.findings().safe(),
                tidings.notes().ofMailboxes(begun.settings().instance()))) ? stored : ExitCode.FAILED;
        RunReport report = report(totals, truthful, took, changes);
        if (truthful != exit || !isWitnessed(report)) {
            isStored(report);
        }
        tidings.progress().over();
        return report;
    }

    private DriftReport drift() {
        return tidings.notes().drift().report(tidings.plan()::name);
    }

    private RunReport report(Totals totals, int exit, Duration took, List<PlannedChange> changes) {
        GraphStatistics graph = tidings.asked().all();
        String instance = begun.settings().instance();
        return new RunReport(begun.id(), begun.request().kind(), begun.request().plan(),
                Deed.of(begun.request()), instance, begun.at(), took, exit, totals,
                tidings.gathered().sources(), mailboxes(), changes, drift(),
                tidings.gathered().former().all(tidings.plan()::called), tidings.plan().spared(),
                tidings.holds().open(), causes(),
                moved(), tidings.findings().sentences(), tidings.findings().unlisted(),
                tidings.notes().sentences(instance), tidings.progress().beats(), graph.requests(), graph.throttled(),
                journal.file().toAbsolutePath().toString(), journal.hash());
    }

    private List<MailboxLine> mailboxes() {
        return everythingHeld ? tidings.gathered().held(WAITS) : tidings.gathered().mailboxes();
    }

    private List<Cause> causes() {
        return everythingHeld
                ? List.of(new Cause(MailboxResult.Status.HELD, WAITS, tidings.progress().targets(), List.of()))
                : tidings.findings().causes().list();
    }

    private List<String> moved() {
        return everythingHeld ? List.of() : tidings.plan().sentences();
    }

    private boolean isStored(RunReport report) {
        try {
            Optional<StoredPlan> stored = tidings.plan().stored(report);
            if (stored.isPresent()) {
                PlanFile.write(begun.folder().resolve(RunFolder.PLAN), stored.get());
            }
            RunFolder.write(begun.folder(), report);
            return true;
        } catch (IOException unwritable) {
            tidings.findings().add(Problem.of("the report of the run cannot be written to '" + begun.folder() + "': "
                    + unwritable.getMessage()));
            return false;
        }
    }

    /** The report names the journal's last line, which was not there when it was stored. */
    private boolean isWitnessed(RunReport report) {
        try {
            RunFolder.write(begun.folder(), report);
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    private boolean isJournalled(JournalEntry end) {
        try {
            journal.write(end);
            return true;
        } catch (JournalException broken) {
            tidings.findings().add(Problem.of(broken));
            return false;
        }
    }
}
