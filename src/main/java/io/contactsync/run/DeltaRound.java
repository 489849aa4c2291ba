package io.contactsync.run;

import io.contactsync.contact.DeltaPage;
import io.contactsync.contact.GraphBatches;
import io.contactsync.core.KnownDelta;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The mailboxes of a run, some of which are asked for their changes before any of them is handed out. Told by many
 * batches at once.
 *
 * <pre>
 *  the answer of a mailbox                                | what happens
 * --------------------------------------------------------+-------------------------------------------------
 *  no change, or changes of ours alone                    | it is unchanged: no more is asked of it than for the
 *                                                         | contacts that are desired otherwise now
 *  any other change                                       | it is listed, and the next time too
 *  the link is gone: 410, or 400; more than one page      | it is listed; a link is begun anew
 *  anything else: no answer, a refusal                    | it is listed; the link is kept
 * </pre>
 */
public final class DeltaRound {

    /**
     * Mailboxes of a batch: four requests of it are said to be carried out at a time, so that of twenty the last would
     * come after five times as long as one alone.
     */
    static final int BATCH = 8;

    /** Statuses by which Graph says that it knows the link no more. */
    private static final Set<Integer> GONE = Set.of(400, 410);

    private final Run run;
    private final List<MailboxTask> tasks;
    private final Map<String, MailboxTask> asked = new LinkedHashMap<>();

    DeltaRound(Run run, List<MailboxTask> tasks) {
        this.run = run;
        this.tasks = tasks;
    }

    private RunDeltas deltas() {
        return run.tidings().deltas();
    }

    /** Mailboxes are asked of which nothing but their changes can be new. */
    DeltaRound ask() {
        tasks.stream().filter(task -> !task.isSkipped() && !task.brief().planning().isRemoval(task.mailbox())
                && task.brief().earlier().recent().isSettled(task.mailbox())
                && isTrusted(task))
                .forEach(task -> asked.put(task.mailbox(), task));
        return this;
    }

    private boolean isTrusted(MailboxTask task) {
        return deltas().isTrusted(task.mailbox(), task.brief().ownCard(task.mailbox()),
                run.begun().settings().settle(), run.time().now());
    }

    /** The questions, a batch at a time, as long as anything is to be sent; each is called by its mailbox. */
    Iterator<List<GraphRequest>> batches() {
        Iterator<String> mailboxes = List.copyOf(asked.keySet()).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return mailboxes.hasNext() && run.ending() == null;
            }

            @Override
            public List<GraphRequest> next() {
                List<GraphRequest> batch = new ArrayList<>();
                while (batch.size() < BATCH && mailboxes.hasNext()) {
                    String mailbox = mailboxes.next();
                    batch.add(GraphBatches.question(mailbox, deltas().link(mailbox)));
                }
                return batch;
            }
        };
    }

    /** A batch was answered: plans of the mailboxes in it that are unchanged. */
    List<MailboxPlan> answered(GraphBatchResponse response) {
        List<MailboxPlan> unchanged = new ArrayList<>();
        response.items().forEach((mailbox, answer) -> {
            if (asked.containsKey(mailbox) && isQuiet(mailbox, answer)) {
                unchanged.add(unchanged(asked.get(mailbox)));
            }
        });
        return unchanged;
    }

    private boolean isQuiet(String mailbox, GraphItemResponse answer) {
        DeltaPage page = DeltaPage.of(answer, run.time().graph()::relative);
        if (!page.isWhole()) {
            if (answer.ok() || GONE.contains(answer.status())) {
                deltas().told(mailbox, KnownDelta::withoutLink);
            }
            return false;
        }
        boolean ours = deltas().isDeleted(mailbox, page.removed())
                && run.tidings().acquaintances().isWrittenByUs(mailbox, page.versions());
        if (!ours) {
            deltas().told(mailbox, known -> known.told(page.link(), run.time().now()));
        }
        return ours && deltas().quiet(mailbox, page.link());
    }

    private MailboxPlan unchanged(MailboxTask task) {
        return new MailboxPlan(new MailboxTurn(task, run), deltas().plan(task.mailbox()), List.of(), false);
    }

    /** The mailboxes that are to be handed out. */
    List<MailboxTask> rest() {
        return asked.isEmpty() ? tasks : tasks.stream().filter(task -> !deltas().isQuiet(task.mailbox())).toList();
    }
}
