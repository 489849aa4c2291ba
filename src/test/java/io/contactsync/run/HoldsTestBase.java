package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Step;
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
            runs.take(run, List.of(people(0, PEOPLE)));
            runs.finish(run, Totals.NONE);
        }
    }

    /** A run in which these mailboxes are planned and as much of their deletions is carried out. */
    RunReport run(int people, boolean stop, Map<String, Integer> mailboxes, String... approvals) {
        try (Run run = begin(false, approvals)) {
            runs.take(run, List.of(people(0, people)));
            List<MailboxTask> tasks = runs.tasks(run, mailboxes.keySet().stream().sorted()
                    .map(mailbox -> new Target(mailbox, null)).toList());
            Totals totals = Totals.NONE;
            for (MailboxTask task : tasks) {
                MailboxResult result = carriedOut(task, mailboxes.get(task.mailbox()));
                new JournalEntries(runs).end(task, result);
                totals = totals.plus(result);
            }
            return stop ? run.finish(totals, true) : runs.finish(run, totals);
        }
    }

    /**
     * As many of its deletions are answered with 204 as that, the others with 400; less than zero: it cannot be read at
     * all.
     */
    private MailboxResult carriedOut(MailboxTask task, int done) {
        if (done < 0) {
            return results.failed(task, new IllegalArgumentException("not readable"), null);
        }
        MailboxPlan planned = mailboxes.plan(task, held(0, PEOPLE).iterator());
        new JournalEntries(runs).write(task, new JournalEntries(runs).plan(planned), false);
        if (planned.plan().count(Action.DELETE) == 0) {
            return results.unwritten(planned);
        }
        Step step = mailboxes.begin(planned);
        int left = done;
        while (step.isRunning()) {
            int applied = Math.min(left, step.send() == null ? 0 : step.send().changes().size());
            new JournalEntries(runs).write(task, new JournalEntries(runs).intents(task, step), true);
            step = answer(task, step, applied);
            new JournalEntries(runs).write(task, new JournalEntries(runs).outcomes(task, step), true);
            left -= applied;
        }
        return results.written(planned, step);
    }

    private Step answer(MailboxTask task, Step step, int applied) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        for (GraphRequest request : mailboxes.requests(task, step)) {
            items.put(request.id(), new GraphItemResponse(request.id(),
                    items.size() < applied ? 204 : 400, null, null, null, null, null));
        }
        return mailboxes.answered(task, step, new GraphBatchResponse(200, true, null, null, null, items, "c", "r"));
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
            runs.take(run, List.of(people(0, 30, "page 2 failed")));
            runs.finish(run, Totals.NONE);
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
