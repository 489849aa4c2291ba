package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.process.Ending;
import io.contactsync.cli.process.PrintableStream;
import io.contactsync.cli.process.Shown;
import io.contactsync.cli.report.ReportFile;
import io.contactsync.cli.screen.PlanScreen;
import io.contactsync.cli.screen.ProgressScreen;
import io.contactsync.cli.screen.RunTable;
import io.contactsync.cli.screen.Summary;
import io.contactsync.cli.screen.Terminal;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Carries out a run before somebody's eyes: how far it is, then what it came to, for people or as a line of JSON for
 * scripts.
 */
public final class RunScreen {

    private final App app;
    private final boolean json;
    private final boolean kept;
    private final PrintStream out;

    public RunScreen(App app, boolean json, PrintStream out) {
        this(app, json, true, out);
    }

    /** @param kept whether report and journals stay, so that it is worth saying where they are */
    public RunScreen(App app, boolean json, boolean kept, PrintStream out) {
        this.app = app;
        this.kept = kept;
        this.json = json;
        this.out = out;
    }

    /**
     * Synchronises once. A process that is told to end meanwhile waits until the run has come to a clean end.
     *
     * @param title above the progress; empty if there is only this run
     */
    public RunReport run(String title, RunRequest request) {
        try (Ending.UnderWay told = Ending.with(this::stop)) {
            return json ? app.sync(request) : watched(title, request);
        }
    }

    private RunReport watched(String title, RunRequest request) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        try (ProgressScreen screen =
                new ProgressScreen(title, terminal, PrintableStream.raw(System.err), app::progress)) {
            return app.sync(request);
        }
    }

    private void stop() {
        app.stop();
        System.err.printf("contact-sync: stopping, waiting for %d batches; Ctrl-C again ends at once%n",
                app.graph().inFlight());
    }

    /** What became of one run, or of the plan of it, if it has another screen than plans have. */
    public void show(RunReport report, List<String> plan) {
        if (report.isPlan() && !json && report.exit() != ExitCode.FAILED) {
            out.print(isPiped() ? "" : "\n");
            Shown.lines(plan, out);
        } else {
            show(report);
        }
    }

    /** What became of one run. */
    public void show(RunReport report) {
        if (json) {
            out.println(SummaryJson.line(report));
            print(Summary.attention(report, true), report);
            return;
        }
        if (!isPiped()) {
            out.println();
        }
        if (report.isPlan()) {
            Shown.lines(new PlanScreen(report, PlanConfiguration.means(app.configuration()), Shown.layout()).lines(),
                    out);
        } else {
            print(Summary.lines(report, isPiped()), report);
        }
    }

    /** Runs side by side, each with its title, then what needs attention. */
    public void table(List<RunReport> reports, List<String> titles) {
        out.println();
        RunTable.lines(titles, reports).forEach(out::println);
        for (int run = 0; run < reports.size(); run++) {
            List<String> attention = Summary.attention(reports.get(run), isPiped());
            out.print(attention.isEmpty() ? "" : "\n" + titles.get(run) + ":\n");
            print(attention, reports.get(run));
        }
    }

    private void print(List<String> lines, RunReport report) {
        PrintStream people = json ? System.err : out;
        lines.forEach(people::println);
        if (kept) {
            Path page = Path.of(report.journal()).resolveSibling(ReportFile.NAME);
            people.println("report: " + (Files.exists(page) ? page : "contact-sync report " + report.id()));
            people.println("journal: " + report.journal());
        }
    }

    private static boolean isPiped() {
        return !Ansi.AUTO.enabled();
    }
}
