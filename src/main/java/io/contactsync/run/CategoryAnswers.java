package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Problem;

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

    /** The intent to add our category to the mailbox's category list: it is on the disk when this returns. */
    public void intent(MailboxPlan planned) {
        planned.turn().run().write(List.of(entry(Grammar.INTENT, planned)), true);
    }

    /** Graph has added the category, or refused to. */
    public MailboxPlan answered(MailboxPlan planned, Object answer) {
        if (answer instanceof GraphException reason) {
            return refused(planned, reason);
        }
        planned.turn().run().write(List.of(entry(Grammar.OUTCOME, planned).with("outcome", "applied")), false);
        return planned;
    }

    /**
     * The plan after a refusal: if the category may be there already and this folder is too young to know who put it
     * there, no contact is created, for an earlier one may only not be listed yet.
     */
    private static MailboxPlan refused(MailboxPlan planned, GraphException reason) {
        Run run = planned.turn().run();
        boolean careful = reason.sent() && !NOT_ASKED.contains(reason.status())
                && run.caution().isPerhapsWritten(planned.mailbox());
        String why = THERE.contains(reason.status()) ? reason.status() + ": it may be there already"
                : Problem.of(reason).safe();
        JournalEntry outcome = entry(Grammar.OUTCOME, planned).with("outcome", word(reason)).with("reason", why);
        int creates = planned.plan().count(Action.CREATE);
        run.write(careful && creates > 0 ? List.of(outcome, waits(planned, creates)) : List.of(outcome), false);
        return careful ? planned.with(planned.plan().withoutCreates()) : planned;
    }

    private static JournalEntry waits(MailboxPlan planned, int creates) {
        return JournalEntry.of(Grammar.WAITS).with("mailbox", planned.mailbox()).with("create", creates)
                .with("reason", "our category may be there before us, our contacts are not listed, and this data "
                        + "folder is too young to know why");
    }

    private static String word(GraphException reason) {
        boolean unknown = reason.status() == 0 || reason.status() >= SERVER_ERROR;
        return !reason.sent() ? "deferred" : unknown ? "unknown" : "rejected";
    }

    private static JournalEntry entry(Grammar event, MailboxPlan planned) {
        return JournalEntry.of(event).with("mailbox", planned.mailbox()).with("change", "category");
    }
}
