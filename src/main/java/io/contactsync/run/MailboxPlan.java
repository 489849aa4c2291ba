package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Hold;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Plan;
import io.contactsync.core.SeenContent;

import io.contactsync.journal.EarlierRuns;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is planned in a mailbox.
 *
 * @param turn the mailbox
 * @param plan what may be done now
 * @param holds what waits for a human in this mailbox
 * @param shaky whether contacts would be created that a list of several pages or folders may have left out: it is to be
 * listed once more
 * @param unread contacts that have to be read before the plan holds
 */
public record MailboxPlan(MailboxTurn turn, Plan plan, List<Hold> holds, boolean shaky, Unread<?> unread) {

    /** One that holds. */
    public MailboxPlan(MailboxTurn turn, Plan plan, List<Hold> holds, boolean shaky) {
        this(turn, plan, holds, shaky, Unread.NOTHING);
    }

    /**
     * What a mailbox's list has come to.
     *
     * @param severalLists whether it was a list of several pages or folders
     */
    static MailboxPlan of(MailboxTurn turn, Plan listed, boolean severalLists) {
        Plan plan = limited(turn, listed);
        return new MailboxPlan(turn, plan, List.of(),
                severalLists && plan.managed() > 0 && plan.count(Action.CREATE) > 0,
                turn.brief().planning().unread(turn, plan));
    }

    /** A plan within what the run is limited to, and without contents that Graph refuses. */
    static Plan limited(MailboxTurn turn, Plan plan) {
        return plan.about(turn.brief().order().scope()::hasKey)
                .sparing(turn.run().tidings().refusals()::isSkipped);
    }

    /** The object id of the mailbox's owner. */
    String mailbox() {
        return turn.mailbox();
    }

    /** What earlier runs left. */
    EarlierRuns earlier() {
        return turn.brief().earlier();
    }

    /** The same with another plan. */
    MailboxPlan with(Plan other) {
        return new MailboxPlan(turn, other, holds, shaky, unread);
    }

    /** The same while contacts are read. */
    MailboxPlan with(Unread<?> next) {
        return new MailboxPlan(turn, plan, holds, shaky, next);
    }

    /** The one that holds, when nothing more is read. */
    MailboxPlan read() {
        return with(unread.plan(plan));
    }

    /** What contacts held that were read because somebody had touched them, by their ids. */
    Map<String, SeenContent> seen() {
        return unread.seen().stream()
                .collect(Collectors.toMap(SeenContent::contactId, Function.identity(), (one, other) -> one));
    }

    /** The same without what waits. */
    MailboxPlan held(List<Hold> over) {
        return new MailboxPlan(turn, plan.without(over), over, shaky, unread);
    }

    /** The same after a second look. */
    MailboxPlan confirmed(Plan other) {
        return new MailboxPlan(turn, other, holds, false, unread);
    }

    /** Whether anything is to be written; a dry run ends here. */
    public boolean isToBeWritten() {
        return !turn.brief().dryRun() && !plan.changes().isEmpty();
    }

    /**
     * Whether a mailbox is about to be filled: at least as many contacts of ours are created as it holds. The few that
     * it holds need not come from a run, and their owner may delete them before the new ones are listed.
     */
    public boolean mayLackCategory() {
        int creates = plan.count(Action.CREATE);
        return isToBeWritten() && creates > 0 && plan.managed() <= creates;
    }

    /** Whether anything waits for a human. */
    boolean isHeld() {
        return !holds.isEmpty() || plan.kept().of(Reason.HELD_SOURCE) > 0;
    }
}
