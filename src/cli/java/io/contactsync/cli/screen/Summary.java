package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.cli.words.Hints;
import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import io.contactsync.core.Times;
import io.contactsync.core.Totals;
import io.contactsync.run.OpenHold;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run came to: one sentence, the changes, and what needs somebody's attention. For a terminal, or piped with one
 * fact a line.
 */
public final class Summary {

    private static final int SHOWN = 10;
    private static final int COUNT = 7;
    private static final String INDENT = " ".repeat(18);

    private final RunReport report;
    private final boolean piped;
    private final List<String> lines = new ArrayList<>();

    private Summary(RunReport report, boolean piped) {
        this.report = report;
        this.piped = piped;
    }

    /**
     * All of it.
     *
     * @param piped whether each fact is one line, whole, which can be searched
     */
    public static List<String> lines(RunReport report, boolean piped) {
        Summary summary = new Summary(report, piped);
        summary.headline();
        summary.undone();
        summary.changes();
        return summary.rest();
    }

    /** What needs attention, for a run whose numbers stand elsewhere. */
    public static List<String> attention(RunReport report, boolean piped) {
        return new Summary(report, piped).rest();
    }

    private List<String> rest() {
        causes(CauseRows.of(report));
        some(report.problems(), "! ", "problems", report.unlisted());
        some(report.moved(), "left out: ", "that have moved", 0);
        new SparedRows(report, !piped).sentences().forEach(spared -> say("left: " + spared, "      "));
        report.notes().forEach(note -> say("note: " + note, "      "));
        report.holds().stream().limit(SHOWN).forEach(this::hold);
        more(report.holds().size() - SHOWN, "that wait: contact-sync holds");
        return List.copyOf(lines);
    }

    private void headline() {
        int known = report.mailboxes().size();
        String mailboxes = report.totals().total() == 0
                ? known == 0 ? "no mailbox was reached" : "none of " + Amounts.mailboxes(known) + " was reached"
                : Amounts.mailboxes(report.totals().total()) + ": " + states();
        String done =
                Amounts.changes(changed()) + (report.isPlan() ? " planned in " : " in ") + Amounts.time(report.took());
        if (piped) {
            lines.add(mailboxes + "; " + done);
        } else if (Columns.width(mailboxes) + Columns.width(done) + 3 <= Wrapped.WIDTH) {
            lines.add(Columns.ends(mailboxes, done, Wrapped.WIDTH));
        } else {
            say(mailboxes, "  ");
            lines.add(Columns.right(done, Wrapped.WIDTH));
        }
    }

    private void undone() {
        Stream.of(report.deed().sentence(Times.UTC)).filter(undone -> !undone.isEmpty())
                .forEach(undone -> say("undo: " + undone, "      "));
    }

    private long changed() {
        Tally tally = report.totals().tally();
        return (long) tally.created() + tally.updated() + tally.deleted();
    }

    private String states() {
        Totals totals = report.totals();
        String done = report.isPlan() ? "planned" : "done";
        boolean waits = report.holds().stream().anyMatch(OpenHold::everything);
        return joined(
                Stream.of(totals.done() == 0 && totals.held() > 0 ? "" : Amounts.count(totals.done()) + " " + done,
                        aside("stopped"), aside("left"), aside("resting"),
                        state(totals.held() - aside(Status.HELD), waits ? "held" : done + " but for what is held"),
                        state(totals.skipped() - aside(Status.SKIPPED), "skipped"),
                        state(totals.waits() - aside(Status.WAITS), totals.waits() == 1 ? "waits" : "wait"),
                        state(totals.failed() - aside(Status.FAILED), "failed")));
    }

    private String aside(String word) {
        return state(count(cause -> Hints.aside(cause).equals(word)), word);
    }

    private int aside(Status status) {
        return count(cause -> cause.status() == status && !Hints.aside(cause).isEmpty());
    }

    private int count(Predicate<Cause> wanted) {
        return report.causes().stream().filter(wanted).mapToInt(Cause::count).sum();
    }

    private static String state(long number, String state) {
        return number == 0 ? "" : Amounts.count(number) + " " + state;
    }

    private static String joined(Stream<String> parts) {
        return String.join(" · ", parts.filter(part -> !part.isEmpty()).toList());
    }

    private void changes() {
        Tally tally = report.totals().tally();
        List<String> facts = Stream.of("created " + Amounts.count(tally.created()),
                "updated " + Amounts.count(tally.updated()), "deleted " + Amounts.count(tally.deleted()),
                "unchanged " + Amounts.count(report.totals().unchanged()), number("refused", tally.refused()),
                number("rejected", tally.rejected()),
                number("in doubt", tally.unknown()), number("left for the next run", tally.deferred()),
                "requests " + Amounts.count(report.requests()), "throttled " + Amounts.count(report.throttled()))
                .filter(fact -> !fact.isEmpty()).toList();
        lines.addAll(piped ? List.of(String.join(" · ", facts)) : Wrapped.facts(facts, "  "));
    }

    private static String number(String what, long number) {
        return number == 0 ? "" : what + " " + Amounts.count(number);
    }

    private void causes(Collection<CauseRows.Row> rows) {
        rows.stream().limit(SHOWN).forEach(this::cause);
        more(rows.stream().skip(SHOWN).mapToInt(CauseRows.Row::count).sum(),
                "mailboxes: contact-sync report " + report.id());
    }

    private void cause(CauseRows.Row row) {
        if (piped) {
            lines.add(Amounts.count(row.count()) + " " + row.status() + ": " + row.why()
                    + (row.first().isEmpty() ? "" : ": " + row.named())
                    + (row.next().isEmpty() ? "" : " -> " + row.next()));
            return;
        }
        say(Columns.right(Amounts.count(row.count()), COUNT) + "  " + Columns.left(row.status(), 9) + row.why(),
                INDENT);
        if (!row.first().isEmpty()) {
            say(INDENT + row.named(), INDENT);
        }
        if (!row.next().isEmpty()) {
            say(INDENT + "→ " + row.next(), INDENT + "  ");
        }
    }

    private void some(List<String> sentences, String sign, String what, int unlisted) {
        sentences.stream().limit(SHOWN).forEach(sentence -> say(sign + sentence, "  "));
        more(Math.max(0, sentences.size() - SHOWN) + unlisted, what + ": contact-sync report " + report.id());
    }

    private void more(int number, String what) {
        if (number > 0) {
            say("and " + Amounts.count(number) + " more " + what, "  ");
        }
    }

    private void hold(OpenHold hold) {
        say("held: " + hold.sentence() + reason(hold) + " [" + hold.id() + "]" + rejected(hold), "      ");
        if (!hold.isRejected()) {
            say("      contact-sync holds show " + hold.id(), "      ");
        }
    }

    private static String rejected(OpenHold hold) {
        if (!hold.isRejected()) {
            return "";
        }
        return hold.everything() ? ", waits for nobody: rejected by " + hold.by() + "; nothing is written"
                : ", rejected by " + hold.by();
    }

    private static String reason(OpenHold hold) {
        return hold.reason().isEmpty() ? "" : ", " + hold.reason();
    }

    private void say(String sentence, String indent) {
        lines.addAll(piped ? List.of(sentence.strip()) : Wrapped.lines(sentence, indent));
    }
}
