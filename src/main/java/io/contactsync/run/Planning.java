package io.contactsync.run;

import java.util.Iterator;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.Plan;

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
}
