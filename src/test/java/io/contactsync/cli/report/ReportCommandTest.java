package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run is there when the run is over, and is found by its id. */
class ReportCommandTest {

    @TempDir
    Path temp;

    @Test
    void everyRunAndPlanLeavesItsPage() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            bench.sync("--dry-run");
            Result run = bench.sync();
            assertThat(bench.journals()).hasSize(2).allSatisfy(journal -> {
                Path page = journal.resolveSibling("report.html");
                assertThat(page).isRegularFile();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page))).isEqualTo("rw-------");
            });
            Path first = bench.journals().get(0).resolveSibling("report.html");
            assertThat(first).content().contains("Plan " + first.getParent().getFileName(),
                    "Nothing has been written.");
            Path second = bench.journals().get(1).resolveSibling("report.html");
            assertThat(run.out()).contains("report: " + second);
            assertThat(second).content().contains("Done", "200 changes written", "graph-contacts");
        }
    }

    @Test
    void aPageIsWrittenAgainFoundByTheBeginningOfItsIdAndPutElsewhere() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            bench.sync("--dry-run");
            Path page = bench.journals().get(0).resolveSibling("report.html");
            String id = page.getParent().getFileName().toString();
            Files.delete(page);
            assertThat(bench.command("report").out()).isEqualTo("report  " + page + "\n");
            assertThat(page).exists();
            Path elsewhere = temp.resolve("page.html");
            assertThat(bench.command("report", id.substring(0, 19), "--output", elsewhere.toString()).out())
                    .isEqualTo("report  " + elsewhere + "\n");
            assertThat(elsewhere).hasSameTextualContentAs(page);
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            Result none = bench.command("report");
            assertThat(none.exit()).isEqualTo(2);
            assertThat(none.sentences()).singleElement().asString().contains("there is no run or plan")
                    .contains("contact-sync plan");
            bench.sync("--dry-run");
            assertThat(bench.command("report", "../..").exit()).isEqualTo(2);
            Result folder = bench.command("report", "--output", temp.toString());
            assertThat(folder.exit()).isEqualTo(2);
            assertThat(folder.sentences()).singleElement().asString().contains("--output must be a file")
                    .contains("report.html");
            assertThat(bench.command("report", "--output", temp.resolve("no/such/page.html").toString()).sentences())
                    .singleElement().asString()
                    .contains("there is no folder");
        }
    }

    @Test
    void eachSystemHasItsOwnWayToABrowser() {
        assertThat(Browser.command("Linux", "file:///a")).containsExactly("xdg-open", "file:///a");
        assertThat(Browser.command("Mac OS X", "file:///a")).containsExactly("open", "file:///a");
        assertThat(Browser.command("Windows 11", "file:///a")).containsExactly("rundll32",
                "url.dll,FileProtocolHandler", "file:///a");
    }
}
