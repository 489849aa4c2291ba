package io.contactsync.cli;

import io.contactsync.cli.screen.PlanScreen;
import io.contactsync.cli.report.ReportFile;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunReport;
import io.contactsync.cli.screen.ProgressScreen;
import io.contactsync.cli.screen.Terminal;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Carries out a run before somebody's eyes: a bar on a terminal, then a table for people or a line of JSON for scripts. */
final class RunScreen {

    private final App app;
    private final boolean json;
    private final boolean journals;
    private final PrintStream out;

    RunScreen(App app, boolean json, PrintStream out) {
        this(app, json, true, out);
    }

    /** @param journals whether to say where the journals are */
    RunScreen(App app, boolean json, boolean journals, PrintStream out) {
        this.app = app;
        this.journals = journals;
        this.json = json;
        this.out = out;
    }

    /** Synchronises once. A process that is told to end meanwhile waits until the run has come to a clean end. */
    RunReport run(String title, RunRequest request) {
        try (Ending.UnderWay told = Ending.with(this::stop)) {
            return json ? app.sync(request) : watched(title, request);
        }
    }

    private RunReport watched(String title, RunRequest request) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        try (ProgressScreen screen = new ProgressScreen(title, terminal, PrintableStream.raw(System.err), app::progress)) {
            return app.sync(request);
        }
    }

    private void stop() {
        app.stop();
        System.err.printf("%ncontact-sync: stopping, waiting for %d batches; Ctrl-C again ends at once%n", app.graph().inFlight());
    }

    /** What became of one run. */
    void show(RunReport report) {
        if (json) {
            out.println(SummaryJson.line(report));
            attention(report, System.err);
        } else if (report.isPlan()) {
            Shown.lines(new PlanScreen(report, PlanConfiguration.means(app.configuration()), Shown.layout()).lines(), out);
        } else {
            table(List.of(report), List.of("run"));
        }
    }

    /** Runs side by side, each with its title, then what needs attention. */
    void table(List<RunReport> reports, List<String> titles) {
        out.println();
        RunTable.lines(titles, reports).forEach(out::println);
        reports.forEach(report -> attention(report, out));
    }

    private void attention(RunReport summary, PrintStream out) {
        new Attention(summary, Ansi.AUTO.enabled(), out).show();
        if (journals) {
            out.println("journal: " + summary.journal());
            Path page = Path.of(summary.journal()).resolveSibling(ReportFile.NAME);
            if (Files.exists(page)) {
                out.println("report:  " + page);
            }
        }
    }
}
