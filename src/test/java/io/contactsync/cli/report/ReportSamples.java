package io.contactsync.cli.report;

import io.contactsync.core.Action;
import io.contactsync.core.Cause;
import io.contactsync.core.ContactKey;
import io.contactsync.core.FieldChange;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;
import io.contactsync.core.SourceState;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.Beat;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.OpenHold;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;
import io.contactsync.source.SourceCounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reports as large, and people as hostile, as a page must bear. */
final class ReportSamples {

    /** Names that would be more than names in a careless page. */
    static final List<String> HOSTILE = List.of("</script><script>document.title='owned'</script>",
            "<img src=x onerror=\"document.title='owned'\">",
            "\" onmouseover=\"document.title='owned'", "line\u2028separator", "\u202Egnp.exe",
            "${7*7} {{7*7}} <%= 7*7 %>", "محمد عبد الله");
    private static final Instant BEGAN = Instant.parse("2026-11-25T18:04:55Z");

    private ReportSamples() {
    }

    /** A run in that many mailboxes, with a bit of everything. */
    static RunReport run(int mailboxes) {
        return everything(mailboxes, RunReport.SYNC).exit(3).report();
    }

    /** The same as a plan. */
    static RunReport plan(int mailboxes) {
        return everything(mailboxes, RunReport.PLAN).report();
    }

    /** The plan of a first run: each of those contacts in each of those mailboxes. */
    static RunReport firstPlan(int mailboxes, int contacts) {
        Reach all = reach(mailboxes, 0);
        List<PlannedChange> changes = IntStream.range(0, contacts)
                .mapToObj(number -> change(Action.CREATE, "Person Number" + number, number, Move.JOINED, "",
                List.of(), all)).toList();
        List<MailboxLine> lines = IntStream.range(0, mailboxes)
                .mapToObj(place -> line(place, Status.DONE, "", new Tally(contacts, 0, 0, 0, 0, 0))).toList();
        return new ReportFixture().kind(RunReport.PLAN).mailboxes(lines).changes(changes).beats(beats(mailboxes))
                .sources(sources())
                .totals(new Totals(mailboxes, 0, 0, 0, new Tally(mailboxes * contacts, 0, 0, 0, 0, 0), 0)).report();
    }

    private static ReportFixture everything(int mailboxes, String kind) {
        List<MailboxLine> lines = IntStream.range(0, mailboxes).mapToObj(ReportSamples::line).toList();
        Reach all = reach(mailboxes, 2);
        List<PlannedChange> changes = new ArrayList<>(List.of(
                change(Action.CREATE, "Ada Bern", 1, Move.JOINED, "", List.of(), all),
                change(Action.CREATE, "Ivo Carlsen", 2, Move.JOINED, "", List.of(), all),
                change(Action.DELETE, "Ivan Ahrens", 3, Move.LEFT, "excluded: department=Interns", List.of(), all),
                change(Action.UPDATE, "Bob Ahrens", 4, Move.CHANGED, "",
                        List.of(new FieldChange("mobilePhone", "+49 171 1111", "+49 171 2222")), all),
                change(Action.UPDATE, "Eva Ionescu", 5, Move.CHANGED, "",
                        List.of(new FieldChange("surname", "Popescu", "Ionescu"),
                        new FieldChange("emailAddresses", "eva.popescu@contoso.com", "")), Reach.of(1))));
        for (int number = 0; number < HOSTILE.size(); number++) {
            changes.add(change(Action.UPDATE, HOSTILE.get(number), 100 + number, Move.CHANGED, HOSTILE.get(number),
                    List.of(new FieldChange("displayName", HOSTILE.get(number),
                            HOSTILE.get(HOSTILE.size() - 1 - number))),
                    all));
        }
        return new ReportFixture().kind(kind).mailboxes(lines).changes(changes).beats(beats(mailboxes))
                .sources(sources()).holds(List.of(hold()))
                .causes(causes(lines))
                .problems(List.of("source graph-contacts: one of 12 pages could not be read (503)"), 3)
                .notes(List.of("39 telephone numbers stay as written: set source.graph-contacts.region"))
                .requests(30_412, 14)
                .totals(totals(lines));
    }

    private static MailboxLine line(int place) {
        return switch (place % 500) {
            case 7 -> line(place, Status.SKIPPED, "no mailbox", Tally.NONE);
        case 11 -> line(place, Status.FAILED, "'" + HOSTILE.get(1) + "' was rejected: ErrorCorruptData",
                new Tally(2, 8, 1, 1, 0, 0));
            case 23 -> line(place, Status.HELD, "41 of 60 deletions (68 %, allowed 20 %)", new Tally(2, 9, 0, 0, 0, 0));
            default -> line(place, Status.DONE, "", new Tally(2, 9, 1, 0, 0, 0));
        };
    }

    private static MailboxLine line(int place, Status status, String reason, Tally tally) {
        String name = place < HOSTILE.size() ? HOSTILE.get(place) : "Anna Bär " + place;
        return new MailboxLine("id-" + place, name, "anna" + place + "@contoso.com", status, reason, reason, tally, 540,
                place * 7L, 300 + place * 37L % 9_000);
    }

    private static Totals totals(List<MailboxLine> lines) {
        int[] counts = new int[Status.values().length];
        lines.forEach(line -> counts[line.status().ordinal()]++);
        return new Totals(counts[Status.DONE.ordinal()], counts[Status.SKIPPED.ordinal()],
                counts[Status.HELD.ordinal()], counts[Status.FAILED.ordinal()],
                lines.stream().map(MailboxLine::tally).reduce(Tally.NONE, Tally::plus), lines.size() * 540L);
    }

    private static List<Cause> causes(List<MailboxLine> lines) {
        List<Cause> causes = new ArrayList<>();
        for (Status status : List.of(Status.FAILED, Status.HELD, Status.SKIPPED)) {
            List<MailboxLine> those = lines.stream().filter(line -> line.status() == status).toList();
            if (!those.isEmpty()) {
                causes.add(new Cause(status, those.get(0).cause(), those.size(),
                        those.stream().map(MailboxLine::mailbox).limit(Cause.EXAMPLES).toList()));
            }
        }
        return causes;
    }

    private static PlannedChange change(Action action, String name, int key, Move move, String reason,
            List<FieldChange> fields, Reach reach) {
        return new PlannedChange(action, new ContactKey("graph-users", "id-" + key), name, move, reason, "a", "b", true,
                fields, reach);
    }

    private static Reach reach(int mailboxes, int without) {
        BitSet places = new BitSet();
        places.set(0, mailboxes - without);
        return Reach.of(places);
    }

    private static List<Beat> beats(int mailboxes) {
        return IntStream.range(2, 31)
                .mapToObj(second -> new Beat(second, (int) (900 + 400 * Math.sin(second / 3.0)),
                        second == 12 || second == 13 ? 7 : 0,
                mailboxes / 29)).toList();
    }

    private static OpenHold hold() {
        return new OpenHold("9009", "vanished", "12 of 60 people of graph-users vanished (20 %, allowed 3 % and 10)",
                List.of("Emil Ahrens", HOSTILE.get(0)),
                12, List.of("source.graph-users.exclude-properties"), 708, 60, false, BEGAN, "r", "waiting");
    }

    private static List<SourceLine> sources() {
        return List.of(
                new SourceLine("graph-users", 537, SourceState.COMPLETE, new SourceCounts(0, 2, 0, 0, 0, 0, 0, 0),
                        List.of(), List.of(), "", Instant.parse("2026-11-24T05:00:00Z")),
                new SourceLine("graph-contacts", 40, SourceState.INCOMPLETE, new SourceCounts(1, 0, 0, 39, 2, 1, 0, 0),
                        List.of("row 12: no name"), List.of("row 4: '" + HOSTILE.get(1) + "' is no number"),
                        "39 telephone numbers stay as written", null));
    }

    /** What the runs of the last days changed. */
    static List<PastRun> past() {
        return IntStream.range(0, 28)
                .mapToObj(day -> new PastRun("r" + day, BEGAN.minus(Duration.ofDays(27L - day)), 200 + day * 137 % 900,
                        day * 311 % 1400,
                day * 53 % 300)).toList();
    }
}
