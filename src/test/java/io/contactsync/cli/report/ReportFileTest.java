package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of an old run says of the days before it, however many runs came after. */
class ReportFileTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T05:00:00Z");

    @TempDir
    Path temp;

    private RunReport day(int day, String kind) throws IOException {
        Instant began = FIRST.plus(Duration.ofDays(day));
        String id = began.toString().replaceAll("[-:]", "").replaceAll("T(.*)Z", "-$1-000-")
                + (kind.equals(RunReport.PLAN) ? "aaaa" : "bbbb");
        RunReport report = new ReportFixture().id(id, began).kind(kind)
                .totals(new Totals(1, 0, 0, 0, new Tally(1, 0, 0, 0, 0, 0), 0)).report();
        RunFolder.write(temp.resolve(id), report);
        return report;
    }

    @Test
    void daysAreThoseUpToTheRun() throws IOException {
        for (int day = 0; day < 120; day++) {
            day(day, RunReport.SYNC);
            day(day, RunReport.PLAN);
        }
        ReportFile reports = new ReportFile(new RunFolders(temp), ZoneOffset.UTC);
        assertThat(reports.page(day(40, RunReport.SYNC)))
                .contains("30 runs on 30 days, 30 changes in all.", "2026-02-10", "2026-01-12")
                .doesNotContain("2026-01-11", "2026-02-11");
        assertThat(reports.page(day(2, RunReport.SYNC))).contains("3 runs on 3 days, 3 changes in all.");
        assertThat(reports.page(day(40, RunReport.PLAN))).contains("30 runs on 30 days");
    }
}
