package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.run.MailboxPlan;

/** A list of several pages or folders may have left something out. */
final class Pages {

    private Pages() {
    }

    /** A plan by such a list, perhaps. */
    static MailboxPlan perhapsShaky(MailboxPlan plan, Dice dice) {
        boolean shaky = plan.plan().managed() > 0 && plan.plan().count(Action.CREATE) > 0 && dice.chance(0.3);
        return !shaky ? plan : new MailboxPlan(plan.turn(), plan.plan(), plan.holds(), true, plan.unread());
    }
}
