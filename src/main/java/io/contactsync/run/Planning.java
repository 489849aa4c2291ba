package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Plan;
import io.contactsync.core.PresentContact;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
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

    /** Ids of contacts that have to be read before that plan holds. */
    default Collection<String> asks(Plan plan) {
        return List.of();
    }

    /**
     * The plan that holds.
     *
     * @param seen the contacts that it asked for, by id, as they were read just now; who is missing was not
     */
    default Plan settle(MailboxTurn turn, Plan plan, Map<String, PresentContact> seen) {
        return plan;
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
