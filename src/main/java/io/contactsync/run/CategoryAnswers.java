package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Plan;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the answer to our category means for a mailbox that shows none of our contacts: the bean behind
 * {@code ensure-category}.
 */
public final class CategoryAnswers {

    /** Refusals that say nothing of the category: no token, no permission, no mailbox. */
    private static final Set<Integer> NOT_ASKED = Set.of(401, 403, 404);
    /** How Graph may answer if it is there already; which one is not published. */
    private static final Set<Integer> THERE = Set.of(400, 409);
    private static final int SERVER_ERROR = 500;

    private final Runs runs;

    public CategoryAnswers(Runs runs) {
        this.runs = runs;
    }

    /** The intent to add our category to the mailbox's category list. */
    public List<JournalEntry> intent(MailboxTask task) {
        return List.of(JournalEntry.of(Grammar.INTENT).with("mailbox", task.mailbox()).with("change", "category"));
    }

    /** It is there now. */
    public List<JournalEntry> applied(MailboxTask task) {
        return List.of(outcome(task, "applied"));
    }

    /**
     * The plan after a refusal: if the category may be there already and this folder is too young to know who put it
     * there, no contact is created, for an earlier one may only not be listed yet.
     */
    public MailboxPlan refused(MailboxPlan planned, GraphException reason) {
        boolean careful = reason.sent() && !NOT_ASKED.contains(reason.status())
                && runs.of(planned.task().run()).caution().isPerhapsWritten(planned.task().mailbox());
        return careful ? planned.with(planned.plan().withoutCreates()) : planned;
    }

    /** What the journal says of a refusal, and of creates that wait because of it. */
    public List<JournalEntry> entries(MailboxPlan before, MailboxPlan after, GraphException reason) {
        List<JournalEntry> entries = new ArrayList<>(List.of(outcome(before.task(), word(reason))
                .with("reason", THERE.contains(reason.status()) ? reason.status() + ": it may be there already"
                        : Problem.of(reason).safe())));
        int waiting = creates(before.plan()) - creates(after.plan());
        if (waiting > 0) {
            entries.add(JournalEntry.of(Grammar.WAITS).with("mailbox", before.task().mailbox()).with("create", waiting)
                    .with("reason",
                            "our category may be there before us, our contacts are not listed, and this data folder "
                                    + "is too young to know why"));
        }
        return entries;
    }

    private static String word(GraphException reason) {
        boolean unknown = reason.status() == 0 || reason.status() >= SERVER_ERROR;
        return !reason.sent() ? "deferred" : unknown ? "unknown" : "rejected";
    }

    private static int creates(Plan plan) {
        return plan.count(Action.CREATE);
    }

    private static JournalEntry outcome(MailboxTask task, String outcome) {
        return JournalEntry.of(Grammar.OUTCOME).with("mailbox", task.mailbox()).with("change", "category")
                .with("outcome", outcome);
    }
}
