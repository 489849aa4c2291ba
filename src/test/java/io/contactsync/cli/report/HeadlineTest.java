package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.OpenHold;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One sentence for each way a run or a plan can end. */
class HeadlineTest {

    private static final Tally SOME = new Tally(2, 3, 1, 0, 0, 0);

    private static Headline of(String kind, int exit, Totals totals, String... problems) {
        return Headline
                .of(new ReportFixture().kind(kind).exit(exit).totals(totals).problems(List.of(problems), 0).report());
    }

    @Test
    void aRunThatDidEverything() {
        assertThat(of(RunReport.SYNC, 0, new Totals(3, 0, 0, 0, SOME, 0))).isEqualTo(new Headline("good", "Done",
                "All 3 mailboxes are as they should be: 6 changes written."));
        assertThat(of(RunReport.SYNC, 0, new Totals(3, 1, 0, 0, SOME, 0)).sentence()).isEqualTo(
                "3 mailboxes of 4 are as they should be, 1 skipped: 6 changes written.");
    }

    @Test
    void aPlan() {
        assertThat(of(RunReport.PLAN, 0, new Totals(3, 0, 0, 0, SOME, 0))).isEqualTo(new Headline("plan", "Planned",
                "6 changes will be written into 3 mailboxes. Nothing has been written."));
        assertThat(of(RunReport.PLAN, 0, new Totals(3, 0, 0, 0, Tally.NONE, 0)).sentence())
                .isEqualTo("Nothing will change: all 3 mailboxes are as they should be.");
    }

    @Test
    void aRunThatLeftSomething() {
        assertThat(of(RunReport.SYNC, 3, new Totals(2, 0, 0, 1, new Tally(1, 0, 0, 0, 0, 0), 0)))
                .isEqualTo(new Headline("warn", "Done in part",
                "1 of 3 mailboxes failed. 1 change was written."));
    }

    @Test
    void whatWasRefusedSkippedOrLeftIsSaidToo() {
        assertThat(of(RunReport.SYNC, 3, new Totals(35, 4, 0, 1, new Tally(9, 0, 0, 2, 1, 5), 0)).sentence()).isEqualTo(
                "1 of 40 mailboxes failed, 4 skipped. 9 changes were written, 2 refused by Graph, 1 in doubt, 5 left "
                        + "for the next run.");
    }

    @Test
    void aRunThatWaits() {
        assertThat(of(RunReport.SYNC, 4, new Totals(2, 0, 1, 0, SOME, 0))).isEqualTo(new Headline("warn", "Waits",
                "1 mailbox waits for a person. 6 changes were written."));
        assertThat(of(RunReport.SYNC, 4, new Totals(2, 0, 2, 0, SOME, 0)).sentence())
                .startsWith("2 mailboxes wait for a person.");
    }

    @Test
    void aWholeRunThatIsRejected() {
        OpenHold rejected = new OpenHold("3f2a", "changed", "x", List.of(), 1, List.of(), 0, 0, true, Instant.EPOCH,
                "r", "rejected", "ann", Instant.EPOCH, "");
        assertThat(Headline.of(new ReportFixture().exit(3).holds(List.of(rejected)).report()).sentence())
                .isEqualTo("The whole run waits for nobody: rejected by ann; nothing is written.");
    }

    @Test
    void aRunThatFailed() {
        assertThat(of(RunReport.SYNC, 1, Totals.NONE, "no token: \u202Einvalid"))
                .isEqualTo(new Headline("bad", "Failed", "no token: invalid"));
        assertThat(of(RunReport.SYNC, 1, new Totals(0, 0, 0, 3, Tally.NONE, 0)).sentence())
                .isEqualTo("Not one mailbox went through. 3 of 3 mailboxes failed.");
    }
}
