package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Step;
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

    private MailboxTask task;

    private MailboxPlan plan(Run run, int desired, int heldFrom, int heldTo) {
        runs.take(run, List.of(people(0, desired)));
        task = runs.tasks(run, List.of(new Target("alice", null))).get(0);
        return mailboxes.plan(task, held(heldFrom, heldTo).iterator());
    }

    private Step answer(Step step, int status) {
        Map<String, GraphItemResponse> items = mailboxes.requests(task, step).stream()
                .map(request -> new GraphItemResponse(request.id(), status, null, null, null, null, null))
                .collect(Collectors.toMap(GraphItemResponse::id, Function.identity()));
        return mailboxes.answered(task, step, new GraphBatchResponse(200, true, null, null, null, items, "c", "r"));
    }

    @Test
    void isDoneIfAllWasApplied() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 25, 0, 0);
            assertThat(planned.isFirst()).isTrue();
            Step listing = answer(mailboxes.begin(planned), 201);
            assertThat(listing.isListing()).isTrue();
            Step step = answer(mailboxes.listed(task, listing, held(0, 0).iterator()), 201);
            assertThat(results.written(planned, step)).isEqualTo(
                    new MailboxResult("alice", Status.DONE, "", new Tally(25, 0, 0, 0, 0, 0), 0));
        }
    }

    @Test
    void isFailedIfSomethingWasNot() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 5, 0, 0);
            MailboxResult result = results.written(planned, answer(mailboxes.begin(planned), 500));
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.reason()).isEqualTo("0 rejected, 5 in doubt, 0 left for the next run");
        }
    }

    @Test
    void isHeldIfDeletionsWaitAndDoesTheRest() throws Exception {
        remember(2);
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 2, 1, 11);
            assertThat(planned.plan().count(Action.DELETE)).isZero();
            MailboxResult result = results.written(planned, answer(mailboxes.begin(planned), 201));
            assertThat(result.status()).isEqualTo(Status.HELD);
            assertThat(result.reason()).isEqualTo(
                    "alice: 9 of 10 deletions (90 %, allowed 20 % and 2): staff does not name them any more");
            assertThat(result.tally().created()).isEqualTo(1);
            results.join(null, result);
            new JournalEntries(runs).end(task, result);
            runs.finish(run, Totals.NONE.plus(result));
            assertThat(journal(run, "hold")).hasSize(1);
        }
    }

    @Test
    void deletesWhatWasApproved() {
        String id;
        try (Run run = begin(false)) {
            plan(run, 2, 0, 10);
            id = runs.finish(run, Totals.NONE).holds().get(0).id();
        }
        try (Run run = begin(false, id)) {
            MailboxPlan planned = plan(run, 2, 0, 10);
            assertThat(planned.hold()).isNull();
            assertThat(planned.plan().count(Action.DELETE)).isEqualTo(8);
        }
    }

    @Test
    void countsWhatADryRunWouldDo() {
        try (Run run = begin(true)) {
            MailboxPlan planned = plan(run, 5, 0, 3);
            assertThat(planned.isToBeWritten()).isFalse();
            assertThat(results.unwritten(planned)).isEqualTo(
                    new MailboxResult("alice", Status.DONE, "", new Tally(2, 0, 0, 0, 0, 0), 3));
            assertThat(new JournalEntries(runs).plan(planned)).extracting(entry -> entry.event().word())
                    .containsExactly("plan");
        }
    }

    @Test
    void skipsATargetWithoutAMailbox() throws Exception {
        try (Run run = begin(false)) {
            runs.take(run, List.of(people(0, 1)));
            MailboxTask skipped = runs.tasks(run, List.of(new Target("bob", "the account is disabled"))).get(0);
            assertThat(skipped.isSkipped()).isTrue();
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
            Step step = answer(mailboxes.begin(planned), 201);
            assertThat(run.isAborted()).isFalse();
            MailboxResult failed = results.failed(task, new JournalException("full"), step);
            assertThat(failed).isEqualTo(
                    new MailboxResult("alice", Status.FAILED, "full", new Tally(20, 0, 0, 0, 0, 0), 0));
            assertThat(run.isAborted()).isTrue();
            assertThat(mailboxes.begin(planned).isSending()).isFalse();
            assertThat(mailboxes.due(task, step).isSending()).isFalse();
            assertThat(mailboxes.unlessStopping(new MailboxTask(run.id(), "bob", null)).isSkipped()).isTrue();
            RunReport summary = runs.finish(run, Totals.NONE.plus(failed));
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
            new JournalEntries(runs).end(task, results.unwritten(planned));
            assertThat(run.isAborted()).isTrue();
        }
    }

    @Test
    void holdsTheFirstDeletionOfASourceItNeverReadBefore() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 9, 0, 10);
            assertThat(planned.plan().count(Action.DELETE)).isZero();
            assertThat(planned.hold().sentence()).isEqualTo(
                    "alice: 1 of 10 deletions, and no earlier reading of staff to compare with");
        }
        remember(9);
        try (Run run = begin(false)) {
            assertThat(plan(run, 9, 0, 10).plan().count(Action.DELETE)).isEqualTo(1);
        }
    }

    @Test
    void createsNothingThatASecondLookShows() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 5, 0, 2);
            assertThat(planned.plan().count(Action.CREATE)).isEqualTo(3);
            assertThat(mailboxes.isShaky(planned)).as("one page").isFalse();
            MailboxPlan confirmed = mailboxes.confirm(
                    new MailboxPlan(task, planned.plan(), null, false, true), held(0, 4).iterator());
            assertThat(confirmed.plan().changes()).extracting(change -> change.key().id()).containsExactly("p4");
            assertThat(mailboxes.isShaky(confirmed)).isFalse();
            MailboxResult result = results.written(confirmed, answer(mailboxes.begin(confirmed), 201));
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.reason()).isEqualTo(
                    "2 creates wait until earlier ones of the same contacts have settled");
        }
    }

    @Test
    void holdsDeletionsAfterASecondLookToo() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 3, 1, 10);
            MailboxPlan confirmed = mailboxes.confirm(planned, held(0, 10).iterator());
            assertThat(confirmed.plan().changes()).isEmpty();
            assertThat(confirmed.isHeld()).isTrue();
            assertThat(results.unwritten(confirmed).status()).isEqualTo(Status.HELD);
        }
    }

    private void remember(int desired) {
        try (Run run = begin(false)) {
            runs.take(run, List.of(people(0, desired)));
            runs.tasks(run, List.of(new Target("alice", null)));
            runs.finish(run, Totals.NONE.plus(new MailboxResult("alice", Status.DONE, "", Tally.NONE, desired)));
        }
    }

    @Test
    void isNotDoneIfItWasStoppedBeforeItsFirstBatch() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 25, 0, 0);
            runs.stop();
            Step step = mailboxes.begin(planned);
            assertThat(step.isRunning()).isFalse();
            assertThat(results.written(planned, step)).isEqualTo(
                    new MailboxResult("alice", Status.FAILED, "0 rejected, 0 in doubt, 25 left for the next run",
                            "not all of it was done", new Tally(0, 0, 0, 0, 0, 25), 0));
        }
    }

    @Test
    void leavesTheRestIfItIsStoppedInFlight() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 25, 0, 0);
            Step sent = mailboxes.begin(planned);
            runs.stop();
            assertThat(results.written(planned, answer(sent, 201)).tally()).isEqualTo(new Tally(20, 0, 0, 0, 0, 5));
        }
    }

    @Test
    void doesNotCreateAgainWhatAnEarlierRunSentAMomentAgo() {
        try (Run run = begin(false)) {
            MailboxPlan planned = plan(run, 3, 0, 0);
            JournalEntries entries = new JournalEntries(runs);
            Step step = mailboxes.begin(planned);
            entries.write(task, entries.plan(planned), false);
            entries.write(task, entries.intents(task, step), true);
        }
        try (Run run = begin(false)) {
            assertThat(plan(run, 3, 0, 0).plan().changes()).isEmpty();
        }
    }
}
