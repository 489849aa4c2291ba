package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Plan;

import java.util.Iterator;
import java.util.Map;

/** How the mailboxes of a run are planned. */
@FunctionalInterface
interface Planning {

    /**
     * The plan of a mailbox.
     *
     * @param current what it holds; read to its end
     */
    Plan plan(MailboxTurn turn, Iterator<CurrentContact> current);

    /** Whether contacts of ours are to be taken out of that mailbox, and nothing else. */
    default boolean isRemoval(String mailbox) {
        return false;
    }

    /**
     * The search that a mailbox is planned by, if it is not by what it holds of ours; null if it is. Then only its
     * folders are listed, for that search, and what is found there is read.
     */
    default FormerSearch search(MailboxTurn turn) {
        return null;
    }

    /** What has to be read before that plan holds: by default, in a run of sources, what somebody has touched. */
    default Unread<?> unread(MailboxTurn turn, Plan plan) {
        return turn.brief().order().isOfSources() ? TouchedInquiry.of(turn, plan) : Unread.NOTHING;
    }

    /**
     * What a change writes.
     *
     * @param rendered what the sources name
     */
    default RenderedContact content(Change change, Map<ContactKey, RenderedContact> rendered) {
        return rendered.get(change.key());
    }
}
