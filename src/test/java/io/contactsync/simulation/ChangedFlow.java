package io.contactsync.simulation;

import io.contactsync.core.CurrentContact;
import io.contactsync.run.ChangedContacts;
import io.contactsync.run.MailboxTurn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks for the few contacts that are desired otherwise, as the route {@code read-changed-contacts} does. */
final class ChangedFlow {

    private static final ChangedContacts CHANGED = new ChangedContacts(World.CATEGORY);

    private ChangedFlow() {
    }

    /** Plans by what is found, or by the list where that cannot be all; not before the mailbox may be asked again. */
    static void read(MailboxTurn turn, Server server, MailboxWatch watch, Supplier<Iterator<CurrentContact>> list,
            BiConsumer<Long, Runnable> after, Consumer<Iterator<CurrentContact>> plan) {
        Iterator<CurrentContact> found = find(turn, server, watch);
        long closed = found == null ? server.closedMillis() : 0;
        if (closed > 0) {
            after.accept(closed, () -> plan.accept(list.get()));
        } else {
            plan.accept(found == null ? list.get() : found);
        }
    }

    private static Iterator<CurrentContact> find(MailboxTurn turn, Server server, MailboxWatch watch) {
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
