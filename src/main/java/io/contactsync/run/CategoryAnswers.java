package io.contactsync.run;

import io.contactsync.core.Judgement;
import io.contactsync.core.Outcome;
import io.contactsync.core.RetryBudget;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the answer to our category means for a mailbox that is about to be filled: the bean behind
 * {@code ensure-category} and {@code guard-category}.
 */
public final class CategoryAnswers {

    /** Refusals that say nothing of the category: no token, no permission, no mailbox. */
    private static final Set<Integer> NOT_ASKED = Set.of(401, 403, 404);
    /** How Graph may answer if it is there already; which one is not published. */
    private static final Set<Integer> THERE = Set.of(400, 409);
    /** Nobody waits longer for a colour. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * Whether Graph is to be asked now: it was not yet, or it wants the same request later, which proves that nothing
     * was done. The component lets nothing go to the mailbox before that is over.
     *
     * @param asked how often it was asked
     * @param answer what it said last
     */
    public boolean isToBeAsked(int asked, MailboxPlan planned, Object answer) {
        return asked == 0 || answer instanceof GraphException reason && isLater(reason)
                && planned.turn().leaving() == null && isGranted(planned.turn().run());
    }

    private static boolean isLater(GraphException reason) {
        return reason.status() == 429 && reason.retryAfter() != null && reason.retryAfter().compareTo(LONGEST) <= 0;
    }

    private static boolean isGranted(Run run) {
        Instant now = run.time().clock().instant();
        Instant granted = run.budget().repeat(RetryBudget.After.TOLD, now);
        return granted != null && !granted.isAfter(now);
    }

    /** The intent to add our category to the mailbox's category list: it is on the disk when this returns. */
    public void intent(MailboxPlan planned) {
        planned.turn().run().write(List.of(MailboxEntries.category(Grammar.INTENT, planned.mailbox())), true);
    }

    /** Graph has added the category, or refused to. */
    public void outcome(MailboxPlan planned, Object answer) {
        JournalEntry outcome = MailboxEntries.category(Grammar.OUTCOME, planned.mailbox());
        planned.turn().run().write(List.of(answer instanceof GraphException reason
                ? outcome.with("outcome", word(reason)).with("reason", why(reason))
                : outcome.with("outcome", "applied")), false);
    }

    private static String word(GraphException reason) {
        return (!reason.sent() ? Outcome.Kind.DEFERRED
                : Judgement.isUnclear(reason.status()) ? Outcome.Kind.UNKNOWN
                : isLater(reason) ? Outcome.Kind.RETRY_LATER : Outcome.Kind.REJECTED).word();
    }

    private static String why(GraphException reason) {
        return THERE.contains(reason.status()) ? reason.status() + ": it may be there already"
                : Problem.of(reason).safe();
    }

    /**
     * The plan after a refusal: if the category may be there already and this folder is too young to know who put it
     * there, no contact is created, for an earlier one may only not be listed yet.
     *
     * @param answer what Graph said; null if it was not asked
     */
    public MailboxPlan guard(MailboxPlan planned, Object answer) {
        Run run = planned.turn().run();
        boolean careful = answer instanceof GraphException reason && reason.sent()
                && !NOT_ASKED.contains(reason.status()) && run.caution().isPerhapsWritten(planned);
        return careful ? Caution.waits(planned) : planned;
    }
}
