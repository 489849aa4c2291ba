package io.contactsync.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.report.ReportHtml;
import io.contactsync.core.SourceState;
import io.contactsync.run.OpenHold;
import io.contactsync.run.Progress;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;
import io.contactsync.source.SourceCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of holds, which people decide between runs, and of runs, between which people plan. */
class StatusPageTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path temp;

    private static OpenHold hold(String decision) {
        return new OpenHold("9009", "vanished", "12 of 60 people vanished", List.of(), 12, List.of(), 0, 0, false, NOON,
                "r", decision);
    }

    private StatusPage page(List<OpenHold> holds) {
        return StatusPage.of(new Watched("", () -> Progress.NONE, () -> null, now -> List.of(), now -> Optional.empty(),
                new RunFolders(temp), () -> holds,
                ZoneOffset.UTC, () -> NOON, () -> WorkerNow.NONE));
    }

    private void run(String id, ReportFixture report) throws IOException {
        RunFolder.write(temp.resolve(id), report.id(id, NOON).report());
    }

    @Test
    void whatSomebodyDecidedWaitsNoMore() throws IOException {
        run("20261125-110000-000-aaaa", new ReportFixture().exit(4).holds(List.of(hold(OpenHold.WAITING))));
        assertThat(page(List.of(hold(OpenHold.WAITING))).headline().sentence()).isEqualTo("1 hold waits for a person.");
        StatusPage decided = page(List.of(hold("approved"), hold("rejected")));
        assertThat(decided.headline().word()).isEqualTo("Up");
        assertThat(decided.holds()).isEmpty();
    }

    @Test
    void plansDoNotHideTheSourcesOfTheLastRun() throws IOException {
        run("20261125-110000-000-aaaa",
                new ReportFixture().sources(List.of(new SourceLine("people", 9, SourceState.COMPLETE,
                new SourceCounts(0, 0, 0, 0, 0, 0, 0, 0), List.of(), List.of(), "", null))));
        for (int plan = 0; plan < 12; plan++) {
            run("20261125-1101%02d-000-aaaa".formatted(plan), new ReportFixture().kind(RunReport.PLAN));
        }
        StatusPage page = page(List.of());
        assertThat(page.runs()).hasSize(10).allMatch(RunReport::isPlan);
        assertThat(page.sources()).extracting(SourceLine::source).containsExactly("people");
    }

    @Test
    void aWorkerShowsNothingThatItHasNot() {
        StatusPage page = new StatusPage("", NOON, ZoneOffset.UTC, Progress.NONE, null, List.of(), Optional.empty(),
                List.of(), List.of(), Optional.empty(), new WorkerNow("Over tcp://b: nothing", "the broker is away"));
        assertThat(page.title()).isEqualTo("contact-sync · worker");
        assertThat(ReportHtml.render("page/now.jte", page)).contains("Over tcp://b: nothing", "It can do nothing: the "
                + "broker is away.").doesNotContain("Last runs", "<h2>Next", "<h2>Sources", "No run yet");
    }

    @Test
    void aRunInProgressIsToldInFull() {
        Progress progress = new Progress("r", RunReport.SYNC, Progress.Phase.MAILBOXES, "", Duration.ofSeconds(40), 60,
                45, 12, 2_000, 900, 3, 61.7,
                Duration.ofSeconds(75), List.of(new Progress.Waiting("anna@contoso.com", 40, Duration.ofSeconds(8)),
                        new Progress.Waiting("bob@contoso.com", -1, Duration.ZERO)),
                "no worker has asked for a mailbox yet");
        StatusPage page = new StatusPage("", NOON, ZoneOffset.UTC, progress, null, List.of(), Optional.empty(),
                List.of(), List.of(), Optional.empty(), WorkerNow.NONE);
        assertThat(page.headline().sentence()).isEqualTo("The first run is under way.");
        assertThat(ReportHtml.render("page/now.jte", page)).contains(
                "max=\"60\" value=\"45\" aria-label=\"mailboxes read\"",
                "max=\"2000\" value=\"900\" aria-label=\"changes written\"",
                "max=\"60\" value=\"12\" aria-label=\"mailboxes done\"",
                "<p>Nothing goes on: no worker has asked for a mailbox yet.</p>");
        assertThat(page.doing()).isEqualTo("12 of 60 mailboxes done, 45 read.");
        assertThat(page.writing()).isEqualTo("900 of 2,000 changes so far, 62/s, throttled 3, about 1 min 15 s left.");
        assertThat(progress.waiting()).extracting(page::waiting).containsExactly("anna@contoso.com (told to wait 8 s)",
                "bob@contoso.com (being read)");
    }
}
