package io.contactsync.simulation;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.KeySearch;
import io.contactsync.core.CurrentContact;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.run.ChangedContacts;
import io.contactsync.run.FoundContacts;
import io.contactsync.run.MailboxTurn;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks for the few contacts that are desired otherwise, as the route {@code read-changed-contacts} does. */
final class ChangedFlow {

    /** How many mailboxes were planned by what was found in them, in all schedules. */
    static final AtomicLong FOUND = new AtomicLong();

    private static final ChangedContacts CHANGED = new ChangedContacts(World.CATEGORY);
    private static final KeySearch SEARCH = new KeySearch(new CurrentContactReader(World.CATEGORY));

    private final MailboxTurn turn;
    private final Server server;
    private final BiConsumer<Long, Runnable> after;

    /** @param after goes on after that many milliseconds */
    ChangedFlow(MailboxTurn turn, Server server, BiConsumer<Long, Runnable> after) {
        this.turn = turn;
        this.server = server;
        this.after = after;
    }

    /** Plans by what is found, or by the list where that cannot be all; not before the mailbox may be asked again. */
    void read(MailboxWatch watch, Supplier<Iterator<CurrentContact>> list, Consumer<Iterator<CurrentContact>> plan) {
        if (!CHANGED.isEnough(turn)) {
            plan.accept(list.get());
            return;
        }
        List<GraphRequest> requests = CHANGED.requests(turn);
        GraphBatchResponse answer = server.find(requests);
        Object found = CHANGED.found(turn, answer);
        if (CHANGED.isLost(found)) {
            list(() -> plan.accept(list.get()));
        } else {
            FOUND.incrementAndGet();
            watch.listed(SEARCH.found(requests.size() - 1, answer));
            plan.accept((FoundContacts) found);
        }
    }

    private void list(Runnable lists) {
        long closed = CHANGED.isTold(turn) ? CHANGED.waitMillis(turn) : server.closedMillis();
        if (closed > 0) {
            after.accept(closed, () -> list(lists));
        } else {
            lists.run();
        }
    }
}
