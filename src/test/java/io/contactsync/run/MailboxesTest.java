package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.journal.JournalException;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a mailbox comes to: done, held, failed, skipped. */
class MailboxesTest extends RunTestBase {

    private MailboxPlan plan(Run run, int desired, int heldFrom, int heldTo) {
        take(run, people(0, desired));
        return plan(turns(run, "alice").get(0), held(heldFrom, heldTo).iterator());
    }

    private MailboxStep answer(MailboxStep step, int status) {
        Map<String, GraphItemResponse> items = mailboxes.requests(step).stream()
                .map(request -> new GraphItemResponse(request.id(), status, null, null, null, null, null))
                .collect(Collectors.toMap(GraphItemResponse::id, Function.identity()));
        return mailboxes.answered(step, new GraphBatchResponse(200, true, null, null, null, items, "c", "r"));
    }

    @Test
    void isDoneIfAllWasApplied() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 25, 0, 0);
            assertThat(planned.mayLackCategory()).isTrue();
            MailboxStep listing = answer(mailboxes.begin(planned), 201);
            assertThat(mailboxes.isListing(listing)).isTrue();
            MailboxStep step = answer(mailboxes.listed(listing, held(0, 0).iterator()), 201);
            assertThat(written(step)).isEqualTo(
                    new MailboxResult("alice", Status.DONE, "", new Tally(25, 0, 0, 0, 0, 0), 0));
        }
    }

    @Test
    void aLogOfItsTaskOrPlanNamesNobody() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 3, 0, 0);
            String name = planned.turn().task().brief().rendered().values().iterator().next().name();
            assertThat(name).isNotEmpty();
            assertThat(planned.turn().task().toString()).contains("alice").doesNotContain(name);
            assertThat(planned.toString()).doesNotContain(name);
        }
    }

    @Test
    void isFailedIfSomethingWasNot() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 5, 0, 0);
            MailboxResult result = written(answer(mailboxes.begin(planned), 500));
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.reason()).isEqualTo("0 rejected, 5 in doubt, 0 left for the next run");
        }
    }

    @Test
    void isHeldIfDeletionsWaitAndDoesTheRest() throws Exception {
        grownUp();
        remember(2);
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 2, 1, 11);
            assertThat(planned.plan().count(Action.DELETE)).isZero();
            MailboxResult result = written(answer(mailboxes.begin(planned), 201));
            assertThat(result.status()).isEqualTo(Status.HELD);
            assertThat(result.reason()).isEqualTo(
                    "alice: 9 of 10 deletions (90 %, allowed 20 % and 2): staff does not name them any more");
            assertThat(result.tally().created()).isEqualTo(1);
            results.join(null, result);
            entries.end(planned.turn(), result);
            steps.finish(run, Totals.NONE.plus(result));
            assertThat(journal(run, "hold")).hasSize(1);
        }
    }

    @Test
    void deletesWhatWasApproved() {
        String id;
        try (Run run = begin(false)) {
            plan(run, 2, 0, 10);
            id = steps.finish(run, Totals.NONE).holds().get(0).id();
        }
        try (Run run = begin(false, id)) {
            MailboxPlan planned = plan(run, 2, 0, 10);
            assertThat(planned.holds()).isEmpty();
            assertThat(planned.plan().count(Action.DELETE)).isEqualTo(8);
        }
    }

    @Test
    void countsWhatADryRunWouldDo() throws Exception {
        try (Run run = begin(true)) {
            MailboxPlan planned = plan(run, 5, 0, 3);
            assertThat(planned.isToBeWritten()).isFalse();
            assertThat(written(mailboxes.begin(planned))).isEqualTo(
                    new MailboxResult("alice", Status.DONE, "", new Tally(2, 0, 0, 0, 0, 0), 3));
            entries.plan(planned);
            assertThat(journal(run, "plan")).hasSize(1);
        }
    }

    @Test
    void skipsATargetWithoutAMailbox() throws Exception {
        try (Run run = begin(false)) {
            take(run, people(0, 1));
            MailboxTurn skipped = runs.turn(tasks(run, List.of(new Target("bob", "the account is disabled")))
                    .get(0));
            assertThat(mailboxes.isSkipped(skipped)).isTrue();
            assertThat(results.skipped(skipped)).isEqualTo(
                    new MailboxResult("bob", Status.SKIPPED, "the account is disabled", Tally.NONE, 0));
            assertThat(results.failed(skipped, new IllegalArgumentException("broken\npipe"), null)).isEqualTo(
                    new MailboxResult("bob", Status.FAILED, "broken pipe", Tally.NONE, 0));
        }
    }

    @Test
    void endsTheRunOnWhatConcernsTheWholeRun() throws Exception {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 45, 0, 0);
            MailboxStep step = answer(mailboxes.begin(planned), 201);
            assertThat(run.ending()).isNull();
            MailboxResult failed = results.failed(planned.turn(), new JournalException("full"), step);
            assertThat(failed).isEqualTo(
                    new MailboxResult("alice", Status.FAILED, "full", new Tally(20, 0, 0, 0, 0, 0), 0));
            assertThat(run.ending()).isEqualTo(EarlyEnd.STOPPED);
            assertThat(mailboxes.isSending(mailboxes.begin(planned))).isFalse();
            assertThat(mailboxes.isSending(mailboxes.due(step, null))).isFalse();
            assertThat(runs.turn(new MailboxTask(planned.turn().brief(), "bob", null)).task().isSkipped()).isTrue();
            RunReport summary = steps.finish(run, Totals.NONE.plus(failed));
            assertThat(summary.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(summary.totals().tally().created()).isEqualTo(20);
            assertThat(journal(run, "run-end").get(0).path("problems").toString()).contains("full");
            assertThat(summary.problems()).containsExactly("full");
        }
    }

    @Test
    void endsTheRunIfAResultCannotBeJournaled() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 1, 0, 0);
            run.journal().close();
            entries.end(planned.turn(), written(mailboxes.begin(planned)));
            assertThat(run.ending()).isEqualTo(EarlyEnd.STOPPED);
        }
    }

    @Test
    void holdsTheFirstDeletionOfASourceItNeverReadBefore() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 9, 0, 10);
            assertThat(planned.plan().count(Action.DELETE)).isZero();
            assertThat(planned.holds().get(0).sentence()).isEqualTo(
                    "alice: 1 of 10 deletions, and no earlier reading of staff to compare with");
        }
        remember(9);
        try (Run run = begin(false)) {
            assertThat(plan(run, 9, 0, 10).plan().count(Action.DELETE)).isEqualTo(1);
        }
    }

    @Test
    void createsNothingThatASecondLookShows() {
        grownUp();
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 5, 0, 2);
            assertThat(planned.plan().count(Action.CREATE)).isEqualTo(3);
            assertThat(mailboxes.isShaky(planned)).as("one page").isFalse();
            MailboxPlan confirmed = mailboxes.confirm(
                    new MailboxPlan(planned.turn(), planned.plan(), List.of(), true),
                    held(0, 4).iterator());
            assertThat(confirmed.plan().changes()).extracting(change -> change.key().id()).containsExactly("p4");
            assertThat(mailboxes.isShaky(confirmed)).isFalse();
            MailboxResult result = written(answer(mailboxes.begin(confirmed), 201));
            assertThat(result.status()).isEqualTo(Status.WAITS);
            assertThat(result.reason()).isEqualTo(
                    "creates wait until earlier ones of the same contacts have settled (2)");
        }
    }

    @Test
    void holdsDeletionsAfterASecondLookToo() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 3, 1, 10);
            MailboxPlan confirmed = mailboxes.confirm(planned, held(0, 10).iterator());
            assertThat(confirmed.plan().changes()).isEmpty();
            assertThat(confirmed.isHeld()).isTrue();
            assertThat(written(mailboxes.begin(confirmed)).status()).isEqualTo(Status.HELD);
        }
    }

    private void remember(int desired) {
        try (Run run = begin(false)) {
            take(run, people(0, desired));
            tasks(run, List.of(new Target("alice", null)));
            steps.finish(run, Totals.NONE.plus(new MailboxResult("alice", Status.DONE, "", Tally.NONE, desired)));
        }
    }

    @Test
    void isNotDoneIfItWasStoppedBeforeItsFirstBatch() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 25, 0, 0);
            runs.stop();
            MailboxStep step = mailboxes.begin(planned);
            assertThat(mailboxes.isRunning(step)).isFalse();
            assertThat(written(step)).isEqualTo(
                    new MailboxResult("alice", Status.FAILED, "0 rejected, 0 in doubt, 25 left for the next run",
                            "not all of it was done", new Tally(0, 0, 0, 0, 0, 25), 0));
        }
    }

    @Test
    void leavesTheRestIfItIsStoppedInFlight() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 25, 0, 0);
            MailboxStep sent = mailboxes.begin(planned);
            runs.stop();
            assertThat(written(answer(sent, 201)).tally()).isEqualTo(new Tally(20, 0, 0, 0, 0, 5));
        }
    }

    @Test
    void doesNotCreateAgainWhatAnEarlierRunSentAMomentAgo() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 3, 0, 0);
            entries.plan(planned);
            entries.intents(mailboxes.begin(planned));
        }
        try (Run run = begin(false)) {
            assertThat(plan(run, 3, 0, 0).plan().changes()).isEmpty();
        }
    }
}
