package io.contactsync.run;

import java.util.Iterator;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Desired;
import io.contactsync.core.Freshness;
import io.contactsync.core.Plan;
import io.contactsync.core.Planner;
import io.contactsync.journal.RecentCreates;

/** Plans a mailbox that is to hold what the sources name. */
final class SyncPlanning {

    private SyncPlanning() {
    }

    static Plan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        return plan(turn, turn.brief().desired(), current);
    }

    static Plan plan(MailboxTurn turn, Desired desired, Iterator<CurrentContact> current) {
        Brief brief = turn.brief();
        RecentCreates recent = brief.earlier().recent();
        return Planner.plan(desired, brief.ownCard(turn.mailbox()), current, brief.policy(),
                key -> recent.contains(turn.mailbox(), key) && !isRefused(turn, key), freshness(turn),
                turn.acquaintance(), brief.drift());
    }

    /** A create that Graph refuses and that is in doubt all the same is skipped, however long it has settled. */
    private static boolean isRefused(MailboxTurn turn, ContactKey key) {
        RenderedContact wanted = turn.brief().rendered(key);
        return wanted != null && turn.run().tidings().refusals().isSkipped(key, wanted.hash());
    }

    /** What shows that somebody else is writing into a mailbox. */
    static Freshness freshness(MailboxTurn turn) {
        RecentCreates recent = turn.brief().earlier().recent();
        return new Freshness(turn.run().time().now(), turn.brief().settings().settle(),
                key -> recent.isMade(turn.mailbox(), key));
    }
}
