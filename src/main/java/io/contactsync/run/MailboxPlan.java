package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Hold;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Plan;
import io.contactsync.core.Reread;
import io.contactsync.core.SeenContent;

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
 * @param asking contacts that have to be read before the plan holds
 * @param reread contacts that were touched and are read before the plan holds, and what becomes of them; null if none
 * is
 */
public record MailboxPlan(MailboxTurn turn, Plan plan, List<Hold> holds, boolean shaky, Asking asking,
        Reread reread) {

    /** One that holds. */
    public MailboxPlan(MailboxTurn turn, Plan plan, List<Hold> holds, boolean shaky) {
        this(turn, plan, holds, shaky, Asking.NOTHING, null);
    }

    /**
     * What a mailbox's list has come to.
     *
     * @param severalLists whether it was a list of several pages or folders
     */
    static MailboxPlan of(MailboxTurn turn, Plan plan, boolean severalLists) {
        Brief brief = turn.brief();
        Reread reread = !brief.order().isOfSources() ? null : new Reread(plan, brief.drift(), turn.acquaintance(),
                turn.run().begun().category(), turn.run().moves()::of);
        return new MailboxPlan(turn, plan, List.of(),
                severalLists && plan.managed() > 0 && plan.count(Action.CREATE) > 0,
                Asking.of(brief.planning().asks(plan)), reread);
    }

    /** The object id of the mailbox's owner. */
    String mailbox() {
        return turn.mailbox();
    }

    /** The same with another plan. */
    MailboxPlan with(Plan other) {
        return new MailboxPlan(turn, other, holds, shaky, asking, reread);
    }

    /** The same, settled by what was read. */
    MailboxPlan settled() {
        return reread == null ? this : with(reread.settled(plan));
    }

    /** What contacts held that were read because somebody had touched them, by their ids. */
    Map<String, SeenContent> seen() {
        return reread == null ? Map.of() : reread.seen().stream()
                .collect(Collectors.toMap(SeenContent::contactId, Function.identity(), (one, other) -> one));
    }

    /** The same without what waits. */
    MailboxPlan held(List<Hold> over) {
        return new MailboxPlan(turn, plan.without(over), over, shaky, asking, reread);
    }

    /** The same after a second look. */
    MailboxPlan confirmed(Plan other) {
        return new MailboxPlan(turn, other, holds, false, asking, reread);
    }

    /** The same while contacts are read. */
    MailboxPlan asking(Asking next) {
        return new MailboxPlan(turn, plan, holds, shaky, next, reread);
    }

    /** Whether anything is to be written; a dry run ends here. */
    public boolean isToBeWritten() {
        return !turn.brief().dryRun() && !plan.changes().isEmpty();
    }

    /** Whether contacts are about to be created in a mailbox that holds none of ours. */
    public boolean mayLackCategory() {
        return isToBeWritten() && plan.managed() == 0 && plan.count(Action.CREATE) > 0;
    }

    /** Whether anything waits for a human. */
    boolean isHeld() {
        return !holds.isEmpty() || plan.kept().of(Reason.HELD_SOURCE) > 0;
    }
}
