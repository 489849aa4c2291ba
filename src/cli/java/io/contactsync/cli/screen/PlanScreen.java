package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.ShellWord;
import io.contactsync.core.Tally;
import io.contactsync.core.Times;
import io.contactsync.run.ExitCode;
import io.contactsync.run.OpenHold;
import io.contactsync.run.People;
import io.contactsync.run.PersonChange;
import io.contactsync.run.PlanCost;
import io.contactsync.run.PlanSearch;
import io.contactsync.run.RunReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run would do, on one screen: what it was made of, who joins, leaves and changes, what waits, what it takes,
 * and what to type next. On a terminal it keeps to 40 lines, whatever the plan holds; piped, it names everybody.
 */
public record PlanScreen(RunReport report, PlanMeans means, Layout layout) {

    private static final int MOST_SENTENCES = 3;
    private static final int MOST_TRIED = 20;
    private static final int LABEL = 18;

    /** The lines, from what was read to what to type next. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(new PlanSources(report, means, layout).lines());
        String undone = report.deed().sentence(Times.UTC);
        lines.addAll(undone.isEmpty() ? List.of() : layout.sentence("undo      " + undone, " ".repeat(10)));
        lines.add("");
        List<String> people = new PlanPeople(report, People.of(report), layout).lines();
        lines.addAll(people.isEmpty() ? List.of(nothing()) : people);
        lines.addAll(new DriftScreen(report, layout).givenBack(key -> true));
        spared(lines);
        report.holds().stream().limit(most()).forEach(hold -> hold(hold, lines));
        more(report.holds().size(), "that wait: contact-sync holds", lines);
        sentences(report.problems(), report.unlisted(), Signs.WAIT, "problems", lines);
        sentences(report.notes().stream().filter(note -> !isSaid(note)).toList(), 0, "note: ", "notes", lines);
        lines.add("");
        end(lines);
        return lines;
    }

    /** What it takes, and what to type next. */
    List<String> foot() {
        List<String> lines = new ArrayList<>();
        end(lines);
        return lines;
    }

    /** Whether a note only tells what stands beside its source already. */
    private boolean isSaid(String note) {
        return report.sources().stream().anyMatch(source -> note.startsWith(source.source() + ": ")
                && PlanSources.isSaid(source.counts()));
    }

    private int most() {
        return layout.fits() ? MOST_SENTENCES : Integer.MAX_VALUE;
    }

    private void more(int number, String what, List<String> lines) {
        if (number > most()) {
            lines.add(Signs.BELOW + "and " + Amounts.count(number - most()) + " more " + what);
        }
    }

    private String nothing() {
        if (report.exit() == ExitCode.FAILED) {
            return "nothing is planned: the run failed";
        }
        if (report.holds().stream().anyMatch(OpenHold::everything)) {
            return "nothing is planned as long as the whole run waits";
        }
        Tally planned = report.totals().tally();
        if (planned.created() + planned.updated() + planned.deleted() > 0) {
            return PlanPeople.amounts(planned.created(), planned.updated(), planned.deleted())
                    + "; whom they are about is not stored";
        }
        return report.totals().lacking() > 0 || !report.holds().isEmpty() ? "nothing to do beside what is said here"
                : "nothing to do: all " + Amounts.mailboxes(report.totals().done()) + " are as they should be";
    }

    private void spared(List<String> lines) {
        String sign = Signs.WAIT;
        for (String spared : new SparedRows(report, layout.fits()).sentences()) {
            lines.addAll(layout.sentence(sign + spared, Signs.BELOW));
            sign = Signs.BELOW;
        }
    }

    private void hold(OpenHold hold, List<String> lines) {
        lines.addAll(layout.sentence(Signs.WAIT + (hold.isWaiting() ? "held" : hold.decision()) + ": "
                + hold.sentence(), "  "));
        names(hold, Math.max(hold.people(), hold.names().size()), lines);
        String waits = hold.everything() ? "the whole run waits" : hold.changes() == 0 ? ""
                : Amounts.changes(hold.changes())
                + (hold.changes() == 1 ? " waits" : " wait") + " in " + Amounts.mailboxes(hold.mailboxes());
        lines.add(layout.ends(Signs.BELOW + waits, "contact-sync holds show " + hold.id()));
    }

    private void names(OpenHold hold, int all, List<String> lines) {
        if (layout.fits() && !hold.names().isEmpty()) {
            lines.add(layout.line(Signs.BELOW + Layout.some(hold.names(), all, Layout.WIDTH - Signs.BELOW.length())));
        } else if (!hold.names().isEmpty()) {
            lines.addAll(layout.names(hold.names(), Signs.BELOW));
            int more = all - hold.names().size();
            lines.addAll(more == 0 ? List.of() : List.of(Signs.BELOW + "and " + Amounts.count(more) + " more, "
                    + Amounts.count(all) + " in all"));
        }
    }

    private void sentences(List<String> sentences, int unlisted, String sign, String many, List<String> lines) {
        sentences.stream().limit(most()).forEach(sentence -> lines.addAll(layout.sentence(sign + sentence, "  ")));
        int hidden = Math.max(0, sentences.size() - most()) + unlisted;
        if (hidden > 0) {
            lines.add(Signs.BELOW + "and " + Amounts.count(hidden) + " more " + many + ": contact-sync report "
                    + report.id());
        }
    }

    private void end(List<String> lines) {
        boolean any = !report.changes().isEmpty();
        if (!report.isPlan()) {
            lines.add(layout.line("this was the plan of the run " + report.id() + ", which carried it out"));
            next("what became of it", "contact-sync report " + report.id() + " --open", lines);
            return;
        }
        lines.add(any && report.exit() != ExitCode.FAILED ? layout.line(cost() + " · nothing has been written")
                : "nothing has been written");
        if (any && report.exit() != ExitCode.FAILED) {
            next("apply this plan", "contact-sync apply " + report.id(), lines);
        }
        next("review it", "contact-sync report " + report.id() + " --open", lines);
        if (any) {
            next("one person of it", "contact-sync plan show --person " + ShellWord.of(example()), lines);
        }
    }

    /** Somebody whom the plan is about. */
    private String example() {
        People people = People.of(report);
        PlanSearch search = new PlanSearch(report);
        return Stream.concat(people.of(PlannedChange.Move.CHANGED).stream(), people.all().stream()).limit(MOST_TRIED)
                .map(PersonChange::called).filter(name -> name.indexOf('\'') < 0 && search.people(name).size() == 1)
                .findFirst().orElse(people.all().get(0).key().text());
    }

    private void next(String what, String command, List<String> lines) {
        lines.add(what + " ".repeat(LABEL - what.length()) + command);
    }

    private String cost() {
        PlanCost cost = PlanCost.of(report, means.cost());
        return "requests about " + Amounts.count(rounded(cost.requests())) + " · " + about(cost.time());
    }

    /** Three digits: more would pretend to know. */
    private static long rounded(long number) {
        long unit = 1;
        while (number / unit >= 1_000) {
            unit *= 10;
        }
        return (number + unit / 2) / unit * unit;
    }

    private static String about(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 10) {
            return "less than 10 s";
        }
        return seconds < 100 ? "about " + (seconds + 5) / 10 * 10 + " s"
                : seconds < 5_700 ? "about " + (seconds + 30) / 60 + " min"
                : "about " + (seconds + 1_800) / 3_600 + " h";
    }
}
