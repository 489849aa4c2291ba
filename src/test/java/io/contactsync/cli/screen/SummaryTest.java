package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.OpenHold;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run came to, on a terminal and piped. */
class SummaryTest {

    private static final String ID = "20261125-180455-000-abcd";
    private static final Tally TALLY = new Tally(8_994, 14_988, 5_958, 4, 0, 16);
    private static final Cause REJECTED = new Cause(Status.FAILED, "contacts were rejected: 400 ErrorCorruptData", 4,
            List.of("m1", "m2"), List.of("Maria Cantwell"));
    private static final Cause FULL = new Cause(Status.FAILED, "contacts were rejected: 507 ErrorQuotaExceeded", 1,
            List.of("m3"), List.of("Maria Cantwell"));
    private static final Cause NONE =
            new Cause(Status.SKIPPED, "no mailbox: MailboxNotEnabledForRESTAPI", 4, List.of("m4", "nobody-knows"));

    private static ReportFixture fixture() {
        return new ReportFixture().took(Duration.ofSeconds(31)).requests(30_100, 4)
                .mailboxes(List.of(line("m1", "anna@contoso.com"), line("m2", "bob@contoso.com"),
                        line("m3", "max@contoso.com"), line("m4", "")));
    }

    private static MailboxLine line(String id, String address) {
        return new MailboxLine(id, address.isEmpty() ? "李小龙" : "", address, Status.FAILED, "", "", Tally.NONE, 0, 0, 0);
    }

    private static RunReport report() {
        return fixture().totals(new Totals(2_991, 4, 0, 5, TALLY, 1_450_000)).causes(List.of(REJECTED, FULL, NONE))
                .report();
    }

    private static List<String> drawn(RunReport report) {
        List<String> lines = Summary.lines(report, false);
        assertThat(lines).allMatch(line -> Columns.width(line) <= 80);
        return lines;
    }

    @Test
    void onATerminal() {
        assertThat(drawn(report())).containsExactly(
            "3,000 mailboxes: 2,991 done · 4 skipped · 5 failed        29,940 changes in 31 s",
            "  created 8,994 · updated 14,988 · deleted 5,958 · unchanged 1,450,000 ·",
            "  rejected 4 · left for the next run 16 · requests 30,100 · throttled 4",
            "      4  failed   \"Maria Cantwell\" was rejected (400 ErrorCorruptData)",
            "                  anna@contoso.com, bob@contoso.com +2",
            "                  → contact-sync explain 'Maria Cantwell'",
            "      1  failed   the mailbox is full (507 ErrorQuotaExceeded)",
            "                  max@contoso.com",
            "                  → its owner makes room, or it gets a larger quota; deletions",
            "                    went on",
            "      4  skipped  no mailbox that Graph reaches (MailboxNotEnabledForRESTAPI)",
            "                  李小龙, nobody-knows +2",
            "                  → on-premises, inactive, or shared without a licence? give it",
            "                    a licence, or take it out of the targets");
    }

    @Test
    void pipedEachFactIsOneLine() {
        assertThat(Summary.lines(report(), true)).containsExactly(
            "3,000 mailboxes: 2,991 done · 4 skipped · 5 failed; 29,940 changes in 31 s",
                "created 8,994 · updated 14,988 · deleted 5,958 · unchanged 1,450,000 · rejected 4 · left for the "
                        + "next run 16 · requests 30,100 · throttled 4",
                "4 failed: \"Maria Cantwell\" was rejected (400 ErrorCorruptData): anna@contoso.com, bob@contoso.com "
                        + "+2 -> contact-sync explain 'Maria Cantwell'",
                "1 failed: the mailbox is full (507 ErrorQuotaExceeded): max@contoso.com -> its owner makes room, "
                        + "or it "
                        + "gets a larger quota; deletions went on",
            "4 skipped: no mailbox that Graph reaches (MailboxNotEnabledForRESTAPI): 李小龙, nobody-knows +2"
                        + " -> on-premises, inactive, or shared without a licence? give it a licence, or take it out "
                        + "of the targets");
    }

    @Test
    void aRunThatWasStoppedHasNotFailed() {
        RunReport stopped = fixture().totals(new Totals(1_200, 1_790, 0, 10, Tally.NONE, 0)).causes(List.of(
            new Cause(Status.FAILED, "changes are left for the next run: stopped", 10, List.of("m1")),
            new Cause(Status.SKIPPED, "the run was stopped before it", 1_786, List.of("m2", "m3")),
                new Cause(Status.SKIPPED, "the user has no licence", 4, List.of("m4"))))
                .problems(List.of("stopped before the end"), 0).report();
        assertThat(drawn(stopped)).containsExactly(
            "3,000 mailboxes: 1,200 done · 1,796 stopped · 4 skipped        0 changes in 31 s",
            "  created 0 · updated 0 · deleted 0 · unchanged 0 · requests 30,100 ·",
            "  throttled 4",
            "  1,796  stopped  before their end",
            "                  anna@contoso.com, bob@contoso.com +1,794",
            "                  → the next run goes on",
            "      4  skipped  the user has no licence",
            "                  李小龙 +3",
            "                  → give it a licence, or take the user out of the targets",
            "! stopped before the end");
    }

    @Test
    void aPlanSaysThatItIsOne() {
        RunReport plan = fixture().kind(RunReport.PLAN)
                .totals(new Totals(2_996, 0, 4, 0, new Tally(10, 0, 0, 0, 0, 0), 0)).report();
        assertThat(drawn(plan).get(0)).isEqualTo("3,000 mailboxes: 2,996 planned · 4 planned but for what is held");
    }

    @Test
    void aRunThatReachedNoMailboxSaysWhy() {
        RunReport failed = new ReportFixture().problems(List.of("graph-users: the sign-in was refused"), 0).report();
        assertThat(drawn(failed))
                .startsWith("no mailbox was reached                                         0 changes in 31 s")
                .endsWith("! graph-users: the sign-in was refused");
    }

    @Test
    void whatWaitsIsShownWithItsCommands() {
        OpenHold hold = new OpenHold("3f2a", "deletes", "max@contoso.com: 41 of 60 deletions (68 %, allowed 20 %)",
                List.of(), 0, List.of(), 41, 1, false,
                Instant.EPOCH, ID, "waiting");
        RunReport held = fixture().holds(List.of(hold))
                .notes(List.of("kept in mailboxes: 12 contacts whose source was not read completely")).report();
        assertThat(Summary.attention(held, false)).containsExactly(
            "note: kept in mailboxes: 12 contacts whose source was not read completely",
            "held: max@contoso.com: 41 of 60 deletions (68 %, allowed 20 %) [3f2a]",
            "      contact-sync holds show 3f2a");
        assertThat(Summary.attention(held, true)).endsWith("contact-sync holds show 3f2a");
    }

    private static OpenHold hold(String kind, boolean everything, String decision) {
        return new OpenHold("3f2a1b2c3d4e", kind, "12 of 60 people of staff vanished (20 %, allowed 3 % and 10)",
                List.of(), 12, List.of(), 40, 40,
                everything, Instant.EPOCH, ID, decision, decision.equals("waiting") ? "" : "ann", Instant.EPOCH, "");
    }

    @Test
    void whatIsHeldOfMailboxesDoesNotHideThatTheRestIsDone() {
        ReportFixture held = fixture().totals(new Totals(0, 0, 40, 0, new Tally(1_234, 0, 0, 0, 0, 0), 0));
        assertThat(drawn(held.holds(List.of(hold("vanished", false, "waiting"))).report()).get(0))
                .isEqualTo("40 mailboxes: 40 done but for what is held                 1,234 changes in 31 s");
        assertThat(drawn(held.holds(List.of(hold("changed", true, "waiting"))).report()).get(0))
                .startsWith("40 mailboxes: 40 held  ");
    }

    @Test
    void aWholeRunThatIsRejectedWaitsForNobody() {
        RunReport held = fixture().holds(List.of(hold("changed", true, "rejected"))).report();
        assertThat(Summary.attention(held, true))
                .containsExactly("held: 12 of 60 people of staff vanished (20 %, allowed 3 % and 10) [3f2a1b2c3d4e]"
                + ", waits for nobody: rejected by ann; nothing is written");
    }

    @Test
    void aCommandIsNeverBrokenOverTwoLines() {
        assertThat(Wrapped.lines("x".repeat(50) + " contact-sync holds show 3f2a1b2c3d4e and so on", "  "))
                .containsExactly("x".repeat(50), "  contact-sync holds show 3f2a1b2c3d4e and so on");
    }

    @Test
    void whatIsNotShownIsCounted() {
        List<Cause> causes = IntStream.range(0, 13)
                .mapToObj(each -> new Cause(Status.FAILED, "cause " + each, 17, List.of("m1"))).toList();
        RunReport report = fixture().causes(causes)
                .problems(IntStream.range(0, 61).mapToObj(each -> "problem " + each).toList(), 900).report();
        assertThat(Summary.attention(report, false)).contains("and 951 more problems: contact-sync report " + ID,
            "and 51 more mailboxes: contact-sync report " + ID);
    }
}
