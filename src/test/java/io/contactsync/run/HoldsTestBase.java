package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Totals;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.SourceMemory;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import org.junit.jupiter.api.BeforeEach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs over 40 people, of whom some go, in mailboxes that hold all of them. */
abstract class HoldsTestBase extends RunTestBase {

    static final int PEOPLE = 40;

    Holds holds;

    @BeforeEach
    void remember() {
        holds = new Holds(data);
        try (Run run = begin(false)) {
            take(run, people(0, PEOPLE));
            steps.finish(run, Totals.NONE);
        }
    }

    /** A run in which these mailboxes are planned and as much of their deletions is carried out. */
    RunReport run(int people, boolean stop, Map<String, Integer> mailboxes, String... approvals) {
        try (Run run = begin(false, approvals)) {
            take(run, people(0, people));
            Totals totals = Totals.NONE;
            for (MailboxTurn turn : turns(run, mailboxes.keySet().stream().sorted().toArray(String[]::new))) {
                MailboxResult result = carriedOut(turn, mailboxes.get(turn.mailbox()));
                entries.end(turn, result);
                totals = totals.plus(result);
            }
            if (stop) {
                run.stop();
            }
            return steps.finish(run, totals);
        }
    }

    /**
     * As many of its deletions are answered with 204 as that, the others with 400; less than zero: it cannot be read at
     * all.
     */
    private MailboxResult carriedOut(MailboxTurn turn, int done) {
        if (done < 0) {
            return results.failed(turn, new IllegalArgumentException("not readable"), null);
        }
        MailboxPlan planned = plan(turn, held(0, PEOPLE).iterator());
        entries.plan(planned);
        MailboxStep step = mailboxes.begin(planned);
        int left = done;
        while (mailboxes.isRunning(step)) {
            int applied = Math.min(left, !mailboxes.isSending(step) ? 0 : step.step().send().changes().size());
            entries.intents(step);
            step = answer(step, applied);
            entries.outcomes(step);
            left -= applied;
        }
        return written(step);
    }

    private MailboxStep answer(MailboxStep step, int applied) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        for (GraphRequest request : mailboxes.requests(step)) {
            items.put(request.id(), new GraphItemResponse(request.id(),
                    items.size() < applied ? 204 : 400, null, null, null, null, null));
        }
        return mailboxes.answered(step, new GraphBatchResponse(200, true, null, null, null, items, "c", "r"));
    }

    KnownHold only() {
        assertThat(holds.all()).hasSize(1);
        return holds.all().get(0);
    }

    void approve() {
        holds.decide(only().id(), KnownHold.Word.APPROVED, "ann", NOON);
    }

    void incomplete() {
        try (Run run = begin(false)) {
            take(run, people(0, 30, "page 2 failed"));
            steps.finish(run, Totals.NONE);
        }
    }

    /** Two vanish, and nobody is asked; in a mailbox of few contacts that is too much. */
    RunReport few(boolean stop, Map<String, Integer> mailboxes, String... approvals) {
        return run(38, stop, mailboxes, approvals);
    }

    /** As if the source had never been read: its first deletions wait in each mailbox. */
    void forget() {
        new SourceMemory(data.resolve("state").resolve("sources")).forget("staff");
    }
}
