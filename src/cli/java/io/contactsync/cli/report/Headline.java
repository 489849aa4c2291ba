package io.contactsync.cli.report;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.ExitCode;
import io.contactsync.run.OpenHold;
import io.contactsync.run.RunReport;

/**
 * What a run or a plan came to, in one sentence.
 *
 * @param tone {@code good}, {@code plan}, {@code warn} or {@code bad}; the sentence says the same
 * @param word in one word
 * @param sentence the sentence
 */
public record Headline(String tone, String word, String sentence) {

    /** Of that report. */
    public static Headline of(RunReport report) {
        return switch (report.exit()) {
            case ExitCode.DONE -> report.isPlan() ? new Headline("plan", "Planned", planned(report))
                    : new Headline("good", "Done", done(report));
            case ExitCode.HELD -> new Headline("warn", "Waits", waits(report));
            case ExitCode.PARTLY -> new Headline("warn", report.isPlan() ? "Planned in part" : "Done in part",
                    partly(report));
            default -> new Headline("bad", "Failed", failed(report));
        };
    }

    /** Creates, updates and deletes together. */
    static long changes(RunReport report) {
        return (long) report.totals().tally().created() + report.totals().tally().updated()
                + report.totals().tally().deleted();
    }

    private static String planned(RunReport report) {
        return changes(report) == 0 ? "Nothing will change: all " + mailboxes(report) + " are as they should be."
                : Amounts.of(changes(report), "change") + " will be written into " + mailboxes(report)
                        + ". Nothing has been written.";
    }

    private static String done(RunReport report) {
        Totals totals = report.totals();
        String all = totals.skipped() == 0 ? "All " + mailboxes(report) + " are as they should be"
                : Amounts.of(totals.done(), "mailbox") + " of " + Amounts.count(totals.total())
                        + " are as they should be, "
                        + Amounts.count(totals.skipped()) + " skipped";
        return all + (changes(report) == 0 ? "; nothing had to change."
                : ": " + Amounts.of(changes(report), "change") + " written.");
    }

    private static String waits(RunReport report) {
        boolean everything = report.holds().stream().anyMatch(hold -> hold.everything());
        long open = report.holds().stream().filter(hold -> !hold.isRejected()).count();
        long number = open == 0 ? report.totals().held() : open;
        String who = Amounts.of(number, open == 0 ? "mailbox" : "hold");
        String rest = report.isPlan() ? "Nothing has been written." : written(report);
        return who + (number == 1 ? " waits" : " wait") + " for a person"
                + (everything ? ", and the whole run with it. " : ". ") + rest
                + (report.totals().failed() > 0 ? " " + missed(report) : "");
    }

    private static String partly(RunReport report) {
        String by = report.holds().stream().filter(hold -> hold.everything() && hold.isRejected()).map(OpenHold::by)
                .findFirst().orElse(null);
        if (by != null) {
            return "The whole run waits for nobody: rejected by " + PageText.text(by) + "; nothing is written.";
        }
        String rest = report.problems().isEmpty() && !report.holds().isEmpty() ? "Something stays held, as was decided."
                : "Something was not as it should be: see the problems.";
        String what = report.totals().failed() > 0 ? missed(report) : rest;
        return what + " " + (report.isPlan() ? "Nothing has been written." : written(report));
    }

    private static String failed(RunReport report) {
        return report.problems().isEmpty() ? "Not one mailbox went through. " + missed(report)
                : PageText.text(report.problems().get(0));
    }

    private static String missed(RunReport report) {
        return Amounts.count(report.totals().failed()) + " of " + mailboxes(report)
                + (report.isPlan() ? " cannot be planned" : " failed")
                + (report.totals().skipped() == 0 ? "."
                        : ", " + Amounts.count(report.totals().skipped()) + " skipped.");
    }

    private static String written(RunReport report) {
        return Amounts.of(changes(report), "change") + (changes(report) == 1 ? " was" : " were") + " written"
                + left(report.totals().tally()) + ".";
    }

    private static String left(Tally tally) {
        return amount(tally.rejected() + tally.refused(), "refused by Graph") + amount(tally.unknown(), "in doubt")
                + amount(tally.deferred(), "left for the next run");
    }

    private static String amount(int number, String what) {
        return number == 0 ? "" : ", " + Amounts.count(number) + " " + what;
    }

    private static String mailboxes(RunReport report) {
        return Amounts.of(report.totals().total(), "mailbox");
    }
}
