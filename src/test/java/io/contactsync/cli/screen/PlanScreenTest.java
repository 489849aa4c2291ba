package io.contactsync.cli.screen;

import static io.contactsync.cli.screen.PlanFixture.MEANS;
import static io.contactsync.cli.screen.PlanFixture.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.SourceState;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.ExitCode;
import io.contactsync.run.OpenHold;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;
import io.contactsync.source.SourceCounts;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A plan on the screen: in 80 columns, and piped. */
class PlanScreenTest {

    private static List<String> terminal(RunReport report) {
        List<String> lines = new PlanScreen(report, MEANS, Layout.TERMINAL).lines();
        assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(80));
        return lines;
    }

    private static List<String> piped(RunReport report) {
        return new PlanScreen(report, MEANS, Layout.PIPED).lines();
    }

    private static ReportFixture nothing() {
        return new PlanFixture().report().holds(List.of()).causes(List.of())
                .totals(new Totals(2_996, 4, 0, 0, Tally.NONE, 0));
    }

    @Test
    void aTypicalPlanInEightyColumns() {
        assertThat(String.join("\n", terminal(PlanFixture.typical().report().report()))).isEqualTo("""
            sources   graph-users       537 people   2 excluded
                      graph-contacts     40 people   39 numbers not read
                        → set source.graph-contacts.region   contact-sync plan show --phones
            targets   3,000 mailboxes   4 skipped   1 held
                      4 skipped: no mailbox                         p11@contoso.com · 3 more

            + 3 people join                                                    8,994 creates
                Ada Bern · Ivo Carlsen · Mei Lin
            - 2 people leave                                                   5,996 deletes
                Ivan Ahrens (excluded: department=Interns) · Rosa Diaz
            ~ 4 people change                                                 11,992 updates
                Bob Ahrens   mobilePhone     +49 171 1111 → +49 171 2222  in 2,998 mailboxes
                Eva Popescu  surname         Popescu → Ionescu                      in 2,998
                             emailAddresses  eva.popescu@cont… → eva.ionescu@cont…  in 2,998
                Zoë Müller                   what it was before is not known        in 2,998
                王小明       jobTitle        nothing → 工程師                       in 2,998
            = 2 mailboxes are filled                                               4 creates
                p2998@contoso.com · p2999@contoso.com
            ! held: max@contoso.com: 41 of 60 deletions (68 %, allowed 20 %)
                41 changes wait in 1 mailbox            contact-sync holds show 3f2a1b2c3d4e

            requests about 45,000 · about 2 min · nothing has been written
            apply this plan   contact-sync apply 20261125-180455-000-abcd
            review it         contact-sync report 20261125-180455-000-abcd --open
            one person of it  contact-sync plan show --person 'Bob Ahrens'""");
    }

    @Test
    void pipedItLeavesNothingOut() {
        assertThat(String.join("\n", piped(PlanFixture.typical().report().report()))).isEqualTo("""
            sources   graph-users       537 people   2 excluded
                      graph-contacts     40 people   39 numbers not read
                        → set source.graph-contacts.region   contact-sync plan show --phones
            targets   3,000 mailboxes   4 skipped   1 held
                      4 skipped: no mailbox   p11@contoso.com · p12@contoso.com · 2 more -> has the user a licence \
            for Exchange Online? a new mailbox takes a while

            + 3 people join                                                    8,994 creates
                Ada Bern
                Ivo Carlsen
                Mei Lin
            - 2 people leave                                                   5,996 deletes
                Ivan Ahrens (excluded: department=Interns)
                Rosa Diaz
            ~ 4 people change                                                 11,992 updates
                Bob Ahrens   mobilePhone     +49 171 1111 → +49 171 2222   in 2,998 mailboxes
                Eva Popescu  surname         Popescu → Ionescu   in 2,998 mailboxes
                Eva Popescu  emailAddresses  eva.popescu@contoso.com → eva.ionescu@contoso.com   in 2,998 mailboxes
                Zoë Müller                   what it was before is not known   in 2,998 mailboxes
                王小明       jobTitle        nothing → 工程師   in 2,998 mailboxes
            = 2 mailboxes are filled                                               4 creates
                p2998@contoso.com
                p2999@contoso.com
            ! held: max@contoso.com: 41 of 60 deletions (68 %, allowed 20 %)
                41 changes wait in 1 mailbox            contact-sync holds show 3f2a1b2c3d4e

            requests about 45,000 · about 2 min · nothing has been written
            apply this plan   contact-sync apply 20261125-180455-000-abcd
            review it         contact-sync report 20261125-180455-000-abcd --open
            one person of it  contact-sync plan show --person 'Bob Ahrens'""");
    }

    @Test
    void aPlanWithoutChangesSaysSo() {
        assertThat(terminal(nothing().report()))
                .contains("nothing to do: all 2,996 mailboxes are as they should be", "nothing has been written")
                .noneMatch(line -> line.contains("apply"));
        assertThat(terminal(nothing().totals(new Totals(10, 0, 0, 2, Tally.NONE, 0)).report()))
                .contains("nothing to do beside what is said here");
        assertThat(terminal(nothing().totals(new Totals(0, 0, 0, 0, Tally.NONE, 0)).exit(ExitCode.FAILED)
                .problems(List.of("no token"), 0).report()))
                .contains("nothing is planned: the run failed", "! no token");
        assertThat(terminal(nothing().totals(new Totals(1, 0, 0, 0, new Tally(5, 0, 0, 0, 0, 0), 0)).report()))
                .contains("5 creates; whom they are about is not stored");
    }

    @Test
    void aWholeRunThatWaitsIsNotToBeApplied() {
        OpenHold all = new OpenHold("aaaabbbbcccc", "changed",
                "200 of 300 contacts of staff changed (66 %, allowed 30 %)", List.of("Ada Bern", "Bob Ahrens"), 200,
                List.of(), 0, 0, true, Instant.EPOCH, "r", "waiting");

        assertThat(terminal(nothing().holds(List.of(all)).exit(ExitCode.HELD).report())).containsSequence(
                "nothing is planned as long as the whole run waits",
                "! held: 200 of 300 contacts of staff changed (66 %, allowed 30 %)",
                "    Ada Bern · Bob Ahrens · 198 more",
                "    the whole run waits                     contact-sync holds show aaaabbbbcccc")
                .noneMatch(line -> line.contains("apply"));
    }

    @Test
    void pipedWhoIsHeldHasALineOfTheirOwn() {
        OpenHold held = new OpenHold("aaaabbbbcccc", "vanished", "200 of 300 people of staff vanished",
                List.of("Ada Bern", "Bob Ahrens"), 200,
                List.of(), 7, 2, false, Instant.EPOCH, "r", "waiting");

        assertThat(piped(nothing().holds(List.of(held)).exit(ExitCode.HELD).report())).containsSequence(
                "    Ada Bern", "    Bob Ahrens", "    and 198 more, 200 in all");
    }

    @Test
    void aLargePlanKeepsToFortyLines() {
        PlanFixture plan = new PlanFixture();
        IntStream.range(0, 500)
                .forEach(each -> plan.joins("Joiner " + each).leaves("Leaver " + each, "gone from its source")
                        .changes("Changed " + each, field("mobilePhone", "1", "2"), field("surname", "a", "b"),
                                field("jobTitle", "c", "d"))
                .add(Action.CREATE, "Catching " + each, Move.NONE, "reason " + each % 7, true, "0-9"));
        List<SourceLine> sources =
                IntStream.range(0, 20).mapToObj(each -> PlanFixture.source("source-" + each, 10, 1, 5)).toList();
        List<Cause> causes = IntStream.range(0, 20)
                .mapToObj(each -> new Cause(Status.FAILED, "cause " + each, 5, List.of("id-1", "id-2"))).toList();
        List<String> sentences = IntStream.range(0, 20).mapToObj(each -> "something " + each).toList();
        RunReport report = plan.report().sources(sources.subList(0, 2)).report();

        assertThat(terminal(report)).hasSizeLessThan(40).contains("    and 490 more: contact-sync plan show --csv",
                "    Joiner 0 · Joiner 1 · Joiner 10 · Joiner 100 · Joiner 101 · 495 more");
        assertThat(terminal(plan.report().sources(sources).causes(causes)
                .holds(IntStream.range(0, 20).mapToObj(each -> PlanFixture.hold()).toList())
                .problems(sentences, 7).notes(sentences).report())).hasSizeLessThan(75)
                .contains("          14 more sources", "          17 more causes",
                        "    and 17 more that wait: contact-sync holds",
                        "    and 24 more problems: contact-sync report 20261125-180455-000-abcd");
        assertThat(piped(report)).hasSizeGreaterThan(2_500);
    }

    @Test
    void longAndWideNamesKeepTheColumns() {
        RunReport report =
                new PlanFixture().changes("王".repeat(60), field("jobTitle", "é".repeat(80), "👩‍💻".repeat(40)))
                        .changes("Zoe\u0308 Mu\u0308ller", field("mobilePhone", "1", "2")).joins("😀".repeat(70))
                        .leaves("A\u202Eb\u001b[31m", "x".repeat(200)).report().report();

        List<String> lines = terminal(report);
        assertThat(lines).anyMatch(line -> line.contains("王王王王王王王王…   jobTitle"))
                .anyMatch(line -> line.startsWith("    Zoe\u0308 Mu\u0308ller       "));
        assertThat(String.join("", lines)).doesNotContain("\u202E", "\u001b");
        assertThat(lines.stream().filter(line -> line.contains("in 2,998")).map(Columns::width)).hasSize(2)
                .containsOnly(80);
        assertThat(lines).anyMatch(line -> line.endsWith("…"));
    }

    @Test
    void aSourceSaysWhatIsWrongWithItsReading() {
        SourceLine line = new SourceLine("suppliers", 7, SourceState.INCOMPLETE,
                new SourceCounts(2, 0, 1, 1, 0, 0, 0, 0), List.of(), List.of(), "", null);

        assertThat(terminal(nothing().sources(List.of(line)).report())).startsWith(
                "sources   suppliers           7 people   2 refused   1 repeated   1 number not …",
                "            → set the source's region            contact-sync plan show --phones");
    }

    @Test
    void thePlanOfARunThatWroteIsNotOfferedAgain() {
        assertThat(terminal(PlanFixture.typical().report().kind(RunReport.SYNC).report())).endsWith("",
                "this was the plan of the run 20261125-180455-000-abcd, which carried it out",
                "what became of it contact-sync report 20261125-180455-000-abcd --open");
    }

    @Test
    void colourFollowsTheSignAndNothingElseIsObeyed() {
        assertThat(Paint.line("+ Ada")).isEqualTo("\u001b[32m+ Ada\u001b[0m");
        assertThat(Paint.line("! \u001b[2J")).isEqualTo("\u001b[1;31m!  [2J\u001b[0m");
        assertThat(Paint.line("    + Ada")).isEqualTo("    + Ada");
    }
}
