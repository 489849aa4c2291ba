package io.contactsync.cli;

import io.contactsync.core.Hold;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.microsoftgraph.GraphStatistics;
import io.contactsync.run.Run;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSummary;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Carries out a run before somebody's eyes: a progress bar on a terminal, then a table for people or a line of JSON for scripts. */
final class RunScreen {

    private static final long REFRESH_MILLIS = 200;
    private static final long STOP_SECONDS = 30;
    private static final int MAX_PROBLEMS = 10;

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
    Report run(String title, RunRequest request) {
        GraphStatistics before = app.graph().statistics();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(done));
        Runtime.getRuntime().addShutdownHook(hook);
        Thread bar = bar(title, done);
        try {
            RunSummary summary = app.sync(request);
            GraphStatistics after = app.graph().statistics();
            return new Report(summary, after.requests() - before.requests(), after.throttled() - before.throttled());
        } finally {
            done.countDown();
            join(bar);
            removeHook(hook);
        }
    }

    private void stop(CountDownLatch done) {
        app.stop();
        try {
            done.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook is waiting for this run, and has been told that it is over
        }
    }

    private Thread bar(String title, CountDownLatch done) {
        Thread thread = new Thread(() -> draw(title, done), "progress");
        thread.setDaemon(true);
        if (!json && Ansi.AUTO.enabled()) {
            thread.start();
        }
        return thread;
    }

    private void draw(String title, CountDownLatch done) {
        try (ProgressBar bar = new ProgressBarBuilder().setTaskName(title).setInitialMax(-1).setStyle(ProgressBarStyle.ASCII).setUnit(" mailboxes", 1).build()) {
            boolean over;
            do {
                over = done.await(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                Run run = app.current();
                if (run != null && run.targets() > 0) {
                    bar.maxHint(run.targets());
                    bar.stepTo(run.finishedMailboxes());
                }
            } while (!over);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What became of one run. */
    void show(Report report) {
        if (json) {
            out.println(SummaryJson.line(report));
            attention(report.summary(), System.err);
        } else {
            table(List.of(report), List.of(report.summary().dryRun() ? "dry run" : "run"));
        }
    }

    /** Runs side by side, each with its title, then what needs attention. */
    void table(List<Report> reports, List<String> titles) {
        out.printf("%n%-22s %9s %8s %8s %8s %10s %6s %6s %8s %9s%n", "", "mailboxes", "created", "updated", "deleted", "unchanged", "held", "failed", "requests",
                "seconds");
        for (int index = 0; index < reports.size(); index++) {
            Report report = reports.get(index);
            Totals totals = report.summary().totals();
            Tally tally = totals.tally();
            out.printf(Locale.ROOT, "%-22s %9d %8d %8d %8d %10d %6d %6d %8d %9.1f%n", titles.get(index), totals.total(), tally.created(), tally.updated(),
                    tally.deleted(), totals.unchanged(), totals.held(), totals.failed(), report.graphRequests(), report.summary().took().toMillis() / 1000.0);
        }
        reports.forEach(report -> attention(report.summary(), out));
    }

    private void attention(RunSummary summary, PrintStream out) {
        summary.problems().stream().limit(MAX_PROBLEMS).forEach(problem -> out.println("! " + problem));
        if (summary.problems().size() > MAX_PROBLEMS) {
            out.println("! and " + (summary.problems().size() - MAX_PROBLEMS) + " more, see the journal");
        }
        summary.notes().forEach(note -> out.println("note: " + note));
        for (Hold hold : summary.holds()) {
            out.println("held: " + hold.sentence() + " [" + hold.id() + "]");
        }
        if (!summary.holds().isEmpty()) {
            out.println("let through what is held, in one run: contact-sync sync" + summary.holds().stream().map(hold -> " --approve " + hold.id()).collect(Collectors.joining()));
        }
        if (journals) {
            out.println("journal: " + summary.journal());
        }
    }
}
