package io.contactsync.run;

import io.contactsync.journal.JournalException;
import io.contactsync.journal.Retention;
import io.contactsync.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How long runs are kept: reports and plans, which hold names, for some days, journals for more. The bean behind
 * {@code finish-run}.
 */
public final class OldRuns {

    /** What of a run's folder holds names: the report, its page, and the plan. */
    private static final List<String> NAMED = List.of(RunFolder.REPORT, RunFolder.PAGE, RunFolder.PLAN);
    private static final String JOURNAL_DAYS = "journal.keep-days";
    private static final String REPORT_DAYS = "journal.report-days";

    private final int journalDays;
    private final int reportDays;

    /**
     * Wired from the configuration.
     *
     * @param journalDays after how many days a whole run is removed
     * @param reportDays after how many days its report and its plan are
     */
    public OldRuns(int journalDays, int reportDays) {
        require(JOURNAL_DAYS, journalDays, Retention.PLAIN_DAYS);
        require(REPORT_DAYS, reportDays, 1);
        this.journalDays = journalDays;
        this.reportDays = reportDays;
    }

    private static void require(String key, int days, int least) {
        if (days < least) {
            throw new IllegalArgumentException(key + " must be " + least + " or more - was '" + days + "'");
        }
    }

    /**
     * Removes and compresses what is old enough; a plan and a run that is ending leave that to the next one. What
     * cannot be removed is said, and costs no run.
     */
    public void tidy(Run run) {
        if (run.begun().request().dryRun() || run.ending() != null) {
            return;
        }
        try {
            Retention retention = new Retention(run.begun().settings().data(), run.time().learn(), run.id());
            for (Path folder : retention.olderThan(reportDays)) {
                for (String name : NAMED) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
            retention.remove(journalDays, JOURNAL_DAYS + "=" + journalDays, run.journal()::write);
            retention.compress(() -> run.ending() == null);
        } catch (IOException | JournalException failed) {
            run.tidings().findings().add(Problem.of("old runs cannot be removed or compressed: "
                    + failed.getMessage()));
        }
    }
}
