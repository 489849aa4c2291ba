package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Hold;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Plan;

/**
 * A mailbox's plan after its guard.
 *
 * @param task the mailbox
 * @param plan what may be done now
 * @param hold what waits for a human in this mailbox; null if nothing does
 * @param dryRun whether it ends here
 * @param shaky whether contacts would be created that a list of several pages or folders may have left out: it is to be
 * listed once more
 */
public record MailboxPlan(MailboxTask task, Plan plan, Hold hold, boolean dryRun, boolean shaky) {

    /** The same with another plan. */
    MailboxPlan with(Plan other) {
        return new MailboxPlan(task, other, hold, dryRun, shaky);
    }

    /** Whether anything is to be written. */
    public boolean isToBeWritten() {
        return !dryRun && !plan.changes().isEmpty();
    }

    /** Whether contacts are about to be created in a mailbox that holds none of ours: its category may be missing. */
    public boolean isFirst() {
        return isToBeWritten() && plan.managed() == 0 && plan.count(Action.CREATE) > 0;
    }

    /** Whether anything waits for a human. */
    boolean isHeld() {
        return hold != null || plan.kept().of(Reason.HELD_SOURCE) > 0;
    }
}
