package io.contactsync.run;

import io.contactsync.contact.Problem;
import io.contactsync.core.Action;
import io.contactsync.core.Plan;
import io.contactsync.journal.JournalEntry;
import io.contactsync.microsoftgraph.GraphException;

import java.util.ArrayList;
import java.util.List;

/** What the answer to our category means for a mailbox that shows none of our contacts: the bean behind {@code ensure-category}. */
public final class CategoryAnswers {

    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final Runs runs;

    public CategoryAnswers(Runs runs) {
        this.runs = runs;
    }

    /** The intent to add our category to the mailbox's category list. */
    public List<JournalEntry> intent(MailboxTask task) {
        return List.of(JournalEntry.of("intent").with("mailbox", task.mailbox()).with("change", "category"));
    }

    /** It is there now. */
    public List<JournalEntry> applied(MailboxTask task) {
        return List.of(outcome(task, "applied"));
    }

    /**
     * The plan after a refusal: if the category is there already and this folder is too young to know who put it there, no contact is created, for an
     * earlier one may only not be listed yet.
     */
    public MailboxPlan refused(MailboxPlan planned, GraphException reason) {
        boolean careful = reason.status() == CONFLICT && runs.of(planned.task().run()).caution().isPerhapsWritten(planned.task().mailbox());
        return careful ? planned.with(planned.plan().withoutCreates()) : planned;
    }

    /** What the journal says of a refusal, and of creates that wait because of it. */
    public List<JournalEntry> entries(MailboxPlan before, MailboxPlan after, GraphException reason) {
        boolean there = reason.status() == CONFLICT;
        boolean unknown = reason.status() < CONFLICT - CONFLICT % 100 || reason.status() >= SERVER_ERROR;
        List<JournalEntry> entries = new ArrayList<>(List.of(outcome(before.task(), unknown ? "unknown" : "rejected")
                .with("reason", there ? "it is there already" : Problem.of(reason).safe())));
        int waiting = creates(before.plan()) - creates(after.plan());
        if (waiting > 0) {
            entries.add(JournalEntry.of("waits").with("mailbox", before.task().mailbox()).with("create", waiting)
                    .with("reason", "our category is there, our contacts are not, and this data folder is too young to know why"));
        }
        return entries;
    }

    private static int creates(Plan plan) {
        return plan.count(Action.CREATE);
    }

    private static JournalEntry outcome(MailboxTask task, String outcome) {
        return JournalEntry.of("outcome").with("mailbox", task.mailbox()).with("change", "category").with("outcome", outcome);
    }
}
