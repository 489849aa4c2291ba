package io.contactsync.run;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.KeySearch;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the few contacts of a mailbox that are desired otherwise than before, in a mailbox that tells of no change: the
 * bean behind {@code read-changed-contacts}. Where what is found cannot be all, the mailbox is listed instead.
 */
public final class ChangedContacts {

    private static final Logger LOG = LoggerFactory.getLogger(ChangedContacts.class);

    private final KeySearch search;
    private final Map<MailboxTurn, Instant> notBefore = new ConcurrentHashMap<>();

    /** @param category the name of our category */
    public ChangedContacts(String category) {
        this.search = new KeySearch(new CurrentContactReader(category));
    }

    private static FewChanges few(MailboxTurn turn) {
        return turn.run().tidings().deltas().few();
    }

    /** Whether no more than these are to be read of a mailbox; no longer where searches find nothing. */
    public boolean isEnough(MailboxTurn turn) {
        if (few(turn).isOf(turn.mailbox()) && !few(turn).isWorthASearch()) {
            lost(turn);
        }
        return few(turn).isOf(turn.mailbox());
    }

    /** The search for them as Graph's requests. */
    public List<GraphRequest> requests(MailboxTurn turn) {
        return KeySearch.requests(turn.mailbox(), filters(turn));
    }

    private static List<String> filters(MailboxTurn turn) {
        return few(turn).filters(turn.brief().settings().instance());
    }

    /** Graph has answered: the contacts that were found; the turn itself where these cannot be all. */
    public Object found(MailboxTurn turn, GraphBatchResponse response) {
        turn.told(response);
        FoundContacts found = few(turn).found(search.found(filters(turn).size(), response),
                turn.brief().ownCard(turn.mailbox()));
        if (found != null) {
            return found;
        }
        Duration told = response.longestWait();
        notBefore.put(turn, now(turn).plus(told == null ? Duration.ZERO : told));
        return lost(turn);
    }

    /** Graph has not answered. */
    public MailboxTurn failed(MailboxTurn turn, Exception why) {
        LOG.debug("{} is listed, for contacts cannot be looked for in it", turn.mailbox(), why);
        return lost(turn);
    }

    private static MailboxTurn lost(MailboxTurn turn) {
        few(turn).lost(turn.mailbox());
        return turn;
    }

    /** Whether the mailbox is to be listed after all. */
    public boolean isLost(Object found) {
        return found instanceof MailboxTurn;
    }

    /** Whether that list is to wait, as one that was refused does; a run waits no longer than for anything else. */
    public boolean isTold(MailboxTurn turn) {
        Duration pause = pause(turn);
        boolean waits = pause.compareTo(Duration.ZERO) > 0 && turn.run().ending() == null
                && pause.compareTo(turn.brief().rules().longestWait()) <= 0;
        if (!waits) {
            notBefore.remove(turn);
        }
        return waits;
    }

    /** How long it waits now, in milliseconds; at most a second, so that a stop is noticed. */
    public long waitMillis(MailboxTurn turn) {
        return Calm.slice(turn, now(turn).plus(pause(turn)));
    }

    private Duration pause(MailboxTurn turn) {
        Instant now = now(turn);
        return Duration.between(now, notBefore.getOrDefault(turn, now));
    }

    private static Instant now(MailboxTurn turn) {
        return turn.run().time().clock().instant();
    }
}
