package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.ContactKey;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;
import io.contactsync.core.Tally;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it takes to carry out a plan. */
class PlanCostTest {

    private static final PlanCost.Means FAST = new PlanCost.Means(1_000_000, 350, false);

    private static PlannedChange change(Action action, int id, String reason, String reach) {
        return new PlannedChange(action, new ContactKey("staff", "1" + id), "", Move.NONE, reason, "", "", true,
                List.of(), Reach.parse(reach));
    }

    private static RunReport plan(List<PlannedChange> changes, int mailboxes) {
        return new ReportFixture().kind(RunReport.PLAN).changes(changes).took(Duration.ofSeconds(10)).requests(100, 0)
                .mailboxes(IntStream.range(0, mailboxes)
                        .mapToObj(place -> new MailboxLine("m" + place, "", "", Status.DONE, "", "", Tally.NONE, 0, 0,
                                400))
                        .toList())
                .report();
    }

    private static List<PlannedChange> creates(int number, String reach) {
        return IntStream.range(0, number).mapToObj(id -> change(Action.CREATE, id, "new", reach)).toList();
    }

    @Test
    void requestsAreCountedAsGraphCountsThem() {
        List<PlannedChange> each = List.of(change(Action.CREATE, 1, "new", "0-9"),
                change(Action.UPDATE, 2, "changed", "0-4"),
                change(Action.DELETE, 3, "gone", "0"), change(Action.DELETE, 4, "double, nothing is lost", "1"));

        assertThat(PlanCost.of(plan(each, 10), FAST).requests()).isEqualTo(100 + 10 + 2 * 5 + 1 + 4);
        assertThat(PlanCost.of(plan(each, 10), new PlanCost.Means(1_000_000, 350, true)).requests())
                .isEqualTo(100 + 10 + 5 + 1 + 4);
    }

    @Test
    void theLongestMailboxIsWaitedFor() {
        assertThat(PlanCost.of(plan(creates(41, "0"), 10), FAST).time()).as("three batches of a second each")
                .isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void mailboxesSideBySideShareTheTime() {
        assertThat(PlanCost.of(plan(creates(20, "0-99"), 100), new PlanCost.Means(1_000_000, 10, false)).time())
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void thePaceIsALimitOfItsOwn() {
        assertThat(PlanCost.of(plan(creates(20, "0-99"), 100), new PlanCost.Means(100, 350, false)).time())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aPlanWithoutChangesIsReadAgain() {
        assertThat(PlanCost.of(plan(List.of(), 0), FAST)).isEqualTo(new PlanCost(100, Duration.ofSeconds(10)));
    }
}
