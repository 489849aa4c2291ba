package io.contactsync.cli.report;

import io.contactsync.run.RunReport;

import java.time.Instant;

/**
 * An earlier run, as far as a page tells of it.
 *
 * @param id the run's id
 * @param began when it began
 * @param created creates it wrote
 * @param updated updates
 * @param deleted deletes
 */
public record PastRun(String id, Instant began, long created, long updated, long deleted) {

    /** Of that report. */
    public static PastRun of(RunReport report) {
        return new PastRun(report.id(), report.began(), report.totals().tally().created(),
                report.totals().tally().updated(),
                report.totals().tally().deleted());
    }
}
