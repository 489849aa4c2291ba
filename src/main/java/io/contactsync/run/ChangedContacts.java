package io.contactsync.run;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.KeySearch;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Reads the few contacts of a mailbox that are desired otherwise than before, in a mailbox that tells of no change: the
 * bean behind {@code read-changed-contacts}. Where what is found cannot be all, the mailbox is listed instead.
 */
public final class ChangedContacts {

    private final KeySearch search;

    /** @param category the name of our category */
    public ChangedContacts(String category) {
        this.search = new KeySearch(new CurrentContactReader(category));
    }

    private static FewChanges few(MailboxTurn turn) {
        return turn.run().tidings().deltas().few();
    }

    /** Whether no more than these are to be read of a mailbox. */
    public boolean isEnough(MailboxTurn turn) {
        return few(turn).isOf(turn.mailbox());
    }

    /** Whether the mailbox is to be listed after all. */
    public boolean isLost(MailboxTurn turn) {
        return !isEnough(turn);
    }

    /** The search for them as Graph's requests. */
    public List<GraphRequest> requests(MailboxTurn turn) {
        String instance = turn.brief().settings().instance();
        return search.requests(turn.mailbox(), few(turn).keys().stream().sorted()
                .map((ContactKey key) -> new HiddenKey(instance, key)).toList());
    }

    /** Graph has answered: the contacts that were found; none if that cannot be all, and the mailbox is listed. */
    public Iterator<CurrentContact> found(MailboxTurn turn, GraphBatchResponse response) {
        turn.told(response);
        List<CurrentContact> found = few(turn).found(search.found(requests(turn).size(), response),
                turn.brief().ownCard(turn.mailbox()));
        if (found == null) {
            failed(turn);
        }
        return found == null ? Collections.emptyIterator() : found.iterator();
    }

    /** Graph has not answered: the mailbox is listed. */
    public void failed(MailboxTurn turn) {
        few(turn).lost(turn.mailbox());
    }
}
