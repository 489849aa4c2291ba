package io.contactsync.simulation;

import io.contactsync.core.CurrentContact;
import io.contactsync.run.ChangedContacts;
import io.contactsync.run.MailboxTurn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Looks for the few contacts that are desired otherwise than before, as the route {@code read-changed-contacts} does. */
final class ChangedFlow {

    private static final ChangedContacts CHANGED = new ChangedContacts(World.CATEGORY);

    private ChangedFlow() {
    }

    /** What was found; null if the mailbox is to be listed. */
    static Iterator<CurrentContact> find(MailboxTurn turn, Server server, MailboxWatch watch) {
        if (!CHANGED.isEnough(turn)) {
            return null;
        }
        List<CurrentContact> found = new ArrayList<>();
        CHANGED.found(turn, server.find(CHANGED.requests(turn))).forEachRemaining(found::add);
        if (CHANGED.isLost(turn)) {
            return null;
        }
        watch.listed(found);
        return found.iterator();
    }
}
