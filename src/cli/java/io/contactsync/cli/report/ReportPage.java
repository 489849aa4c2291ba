package io.contactsync.cli.report;

import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.cli.words.Moves;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Times;
import io.contactsync.run.CatchUp;
import io.contactsync.run.People;
import io.contactsync.run.RunReport;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the template of a report asks for: nothing here knows more than the report does. */
final class ReportPage {

    static final PageAssets ASSETS = PageAssets.of("report.js", false);

    private final RunReport report;
    private final List<PastRun> past;
    private final ZoneId zone;
    private final People people;
    private final List<PersonRow> rows;

    ReportPage(RunReport report, List<PastRun> past, ZoneId zone) {
        this.report = report;
        this.past = past;
        this.zone = zone;
        this.people = People.of(report);
        Reached reached = new Reached(report.mailboxes());
        this.rows = people.all().stream().map(person -> PersonRow.of(person, reached, report.isPlan())).toList();
    }

    RunReport report() {
        return report;
    }

    PageAssets assets() {
        return ASSETS;
    }

    boolean will() {
        return report.isPlan();
    }

    String title() {
        return (will() ? "Plan " : "Run ") + report.id();
    }

    Headline headline() {
        return Headline.of(report);
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(
                List.of(new Fact("began", when(report.began())), new Fact("took", Amounts.time(report.took())),
                new Fact("mailboxes", Amounts.count(report.totals().total()))));
        if (!report.deed().isSync()) {
            String undone = report.deed().sentence(new Times(zone));
            facts.add(0, new Fact("order", report.deed().order() + (undone.isEmpty() ? "" : ": " + undone)));
        }
        fact(facts, will() ? "to create" : "created", report.totals().tally().created());
        fact(facts, will() ? "to update" : "updated", report.totals().tally().updated());
        fact(facts, will() ? "to delete" : "deleted", report.totals().tally().deleted());
        fact(facts, "unchanged", report.totals().unchanged());
        missed(facts);
        fact(facts, "requests to Graph", report.requests());
        if (report.throttled() > 0) {
            fact(facts, "throttled (429)", report.throttled());
        }
        return facts;
    }

    /** What is not as it should be, where anything is. */
    private void missed(List<Fact> facts) {
        Map<String, Integer> missed = new LinkedHashMap<>();
        missed.put("mailboxes skipped", report.totals().skipped());
        missed.put("mailboxes that wait", report.totals().waits());
        missed.put("refused by Graph", report.totals().tally().rejected()
                + report.totals().tally().refused());
        missed.put("in doubt", report.totals().tally().unknown());
        missed.put("left for the next run", report.totals().tally().deferred());
        missed.forEach((name, number) -> {
            if (number > 0) {
                fact(facts, name, number);
            }
        });
    }

    private static void fact(List<Fact> facts, String name, long number) {
        facts.add(new Fact(name, Amounts.count(number)));
    }

    boolean needsAttention() {
        return !report.holds().isEmpty() || !report.causes().isEmpty() || !report.problems().isEmpty()
                || !report.moved().isEmpty()
                || !report.notes().isEmpty();
    }

    String when(Instant time) {
        return PageText.when(time, zone);
    }

    /** Why mailboxes are not as they should be, and what to do about it. */
    Collection<CauseRows.Row> causes() {
        return CauseRows.of(report);
    }

    long changes() {
        return Headline.changes(report);
    }

    List<PersonRow> people() {
        return rows;
    }

    String peopleSentence() {
        return Arrays.stream(Move.values()).filter(move -> people.total(move).people() > 0)
                .map(move -> Moves.people(move, people.total(move).people(), will()))
                .collect(Collectors.joining(" · "));
    }

    List<Kind> peopleKinds() {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.of("", "all", people.all().size())));
        for (Move move : Move.values()) {
            if (people.total(move).people() > 0) {
                kinds.add(Kind.of(PersonRow.kind(move), PersonRow.what(move, will()), people.total(move).people()));
            }
        }
        return kinds;
    }

    /** Mailboxes that catch up, a sentence for each reason. */
    List<String> catchingUp() {
        return people.catchingUp().stream().map(this::sentence).toList();
    }

    private String sentence(CatchUp late) {
        String who = Amounts.of(late.reach().size(), "mailbox");
        String verb = late.filled() ? will() ? " will be filled" : " filled" : will() ? " will catch up" : " caught up";
        return who + verb + (late.reason().isEmpty() ? "" : " (" + PageText.text(late.reason()) + ")") + ": "
                + Amounts.of(late.changes(),
                        late.action().name().toLowerCase(Locale.ROOT))
                + " of " + Amounts.count(late.people()) + (late.people() == 1 ? " person." : " people.");
    }

    List<MailboxRow> mailboxes() {
        return MailboxRow.of(report.mailboxes());
    }

    List<Kind> mailboxKinds() {
        return MailboxRow.kinds(report.mailboxes());
    }

    List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        if (!report.beats().isEmpty()) {
            BeatPlots beats = new BeatPlots(report.beats(), report.took().toSeconds());
            if (!will()) {
                plots.add(beats.rate());
            }
            plots.add(beats.finished());
        }
        if (!report.mailboxes().isEmpty()) {
            plots.add(DurationPlot.of(report.mailboxes()));
        }
        if (!past.isEmpty()) {
            plots.add(new DaysPlot(past, zone).plot());
        }
        return plots;
    }
}
