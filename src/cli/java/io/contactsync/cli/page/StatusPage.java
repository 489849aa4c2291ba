package io.contactsync.cli.page;

import io.contactsync.cli.report.Headline;
import io.contactsync.cli.report.PageAssets;
import io.contactsync.cli.report.PageText;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.LastRun;
import io.contactsync.run.OpenHold;
import io.contactsync.run.Progress;
import io.contactsync.run.Progress.Phase;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows, at one moment.
 *
 * @param tenant whose; empty for the only one
 * @param now when
 * @param zone of the times
 * @param progress of the run in progress, or the latest
 * @param last how the latest run ended; null before the first
 * @param runs the latest runs and plans, the newest first
 * @param newest the latest run that is no plan, if there is one
 * @param holds what waits for a person
 * @param next when the next runs begin
 * @param certificate what is to be said of the certificate, if there is one
 */
record StatusPage(String tenant, Instant now, ZoneId zone, Progress progress, LastRun last, List<RunReport> runs,
        Optional<RunReport> newest, List<OpenHold> holds, List<ZonedDateTime> next, Optional<String> certificate) {

    private static final int RUNS = 10;

    static StatusPage of(Watched watched) {
        Instant now = watched.now().get();
        return new StatusPage(watched.tenant(), now, watched.zone(), watched.progress().get(), watched.last().get(),
                watched.runs().latest(RUNS), watched.runs().runs(1).stream().findFirst(),
                watched.holds().get().stream().filter(OpenHold::isWaiting).toList(), watched.next().apply(now),
                watched.certificate().apply(now));
    }

    PageAssets assets() {
        return Pages.ASSETS;
    }

    /** What the page is of. */
    String title() {
        return tenant.isEmpty() ? "contact-sync · serve" : "contact-sync · " + tenant;
    }

    String when(Instant time) {
        return PageText.when(time, zone);
    }

    boolean isRunning() {
        return progress.phase() != Phase.NONE && progress.phase() != Phase.OVER;
    }

    /** In one sentence, whether all is well. */
    Headline headline() {
        if (last != null && last.isFailed()) {
            return new Headline("bad", "Down", "The last run failed at " + when(last.at())
                    + (last.reason().isEmpty() ? "." : ": " + PageText.text(last.reason())));
        }
        if (!holds.isEmpty()) {
            return new Headline("warn", "Waits",
                    Amounts.of(holds.size(), "hold") + (holds.size() == 1 ? " waits" : " wait") + " for a person.");
        }
        return runs.isEmpty() && last == null
                ? new Headline("plan", "Up", isRunning() ? "The first run is under way." : "No run yet.")
                : new Headline("good", "Up", "The last run did not fail.");
    }

    /** Of a run, what it came to. */
    Headline headline(RunReport run) {
        return Headline.of(run);
    }

    /** What the run is doing, in one sentence. */
    String doing() {
        return switch (progress.phase()) {
            case NONE -> "No run since this service began.";
            case SOURCES -> progress.doing().isEmpty() ? "Reading the sources."
                    : "Reading the source " + PageText.text(progress.doing()) + ".";
            case TARGETS -> "Listing the mailboxes.";
            case MAILBOXES -> Amounts.count(progress.finished()) + " of "
                    + Amounts.of(progress.targets(), "mailbox") + " done, " + Amounts.count(progress.read()) + " read.";
            case ENDING -> "Coming to its end.";
            case OVER -> "No run is in progress.";
        };
    }

    String writing() {
        return Amounts.count(progress.done()) + " of " + Amounts.of(progress.planned(), "change") + " so far, "
                + Amounts.count(Math.round(progress.perSecond()))
                + "/s, throttled " + Amounts.count(progress.throttled())
                + (progress.left() == null ? "" : ", about " + Amounts.left(progress.left()) + " left") + ".";
    }

    /** Why nothing goes on. */
    String standing() {
        return "Nothing goes on: " + PageText.text(progress.standing()) + ".";
    }

    String waiting(Progress.Waiting waiting) {
        String how =
                waiting.told().isZero() ? waiting.percent() < 0 ? "being read" : "slow, " + waiting.percent() + " %"
                : "told to wait " + Amounts.left(waiting.told());
        return PageText.text(waiting.mailbox()) + " (" + how + ")";
    }

    /** How long until then. */
    String until(ZonedDateTime time) {
        return "in " + Amounts.left(Duration.between(now, time.toInstant()));
    }

    /** How each source was at the latest run. */
    List<SourceLine> sources() {
        return newest.map(RunReport::sources).orElse(List.of());
    }

    /** Changes written, or planned. */
    String changes(RunReport run) {
        return "+" + Amounts.count(run.totals().tally().created()) + " ~"
                + Amounts.count(run.totals().tally().updated()) + " −"
                + Amounts.count(run.totals().tally().deleted());
    }
}
