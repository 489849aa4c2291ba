package io.contactsync.run;

import io.contactsync.contact.KeySearch;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.DesiredChanges;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.KnownDelta;
import io.contactsync.core.Plan;
import io.contactsync.journal.DesiredMemory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Mailboxes that were as desired, tell of no change, and of which now only a few contacts are desired otherwise: these
 * alone are read. Told by all mailboxes at once.
 */
final class FewChanges implements Planning {

    private static final int MOST_LOST = 20;

    private final DesiredMemory memory;
    private final AtomicInteger lost = new AtomicInteger();
    private final Map<String, KnownDelta.Held> held = new ConcurrentHashMap<>();
    private DesiredMemory.Known then = DesiredMemory.Known.NOTHING;
    private DesiredMemory.Known now = DesiredMemory.Known.NOTHING;
    private DesiredChanges changes;
    private List<String> filters;

    /** @param data the data folder */
    FewChanges(Path data) {
        this.memory = new DesiredMemory(data);
    }

    /**
     * Mailboxes are asked in this run; before any of them is.
     *
     * @param frame fingerprint of all that decides what a mailbox is to hold, but for the contacts
     * @param wanted fingerprint of the same with the contacts
     */
    void open(String frame, String wanted, Collection<RenderedContact> contacts) {
        Map<ContactKey, String> all = new HashMap<>();
        contacts.forEach(contact -> all.put(contact.key().shown(), contact.hash()));
        now = new DesiredMemory.Known(frame, wanted, all);
        then = memory.read();
        changes = then.frame().equals(frame) && !then.wanted().equals(wanted)
                ? DesiredChanges.between(then.contacts(), contacts.stream().map(RenderedContact::desired).toList())
                : null;
    }

    /** Whether a mailbox that tells of no change holds what was desired before. */
    boolean isTrusted(KnownDelta known, Set<ContactKey> own, Duration settle, Instant at) {
        return changes != null && known.isTrusted(then.wanted(), settle, at) && changes.isAllOf(known.held(), own);
    }

    /** A mailbox told of no change: it is one of these. */
    void begin(String mailbox, KnownDelta known) {
        held.put(mailbox, known.held());
    }

    /** Whether a mailbox is one of these. */
    boolean isOf(String mailbox) {
        return held.containsKey(mailbox);
    }

    /** It is listed after all. */
    void lost(String mailbox) {
        held.remove(mailbox);
        lost.incrementAndGet();
    }

    /** Whether searches find what is there: after so many that did not, one after the other, none is begun. */
    boolean isWorthASearch() {
        return lost.get() < MOST_LOST;
    }

    /** How many contacts are to be looked for. */
    int size() {
        return changes.keys().size();
    }

    /** The filters that look for them, in each mailbox the same. */
    synchronized List<String> filters(String instance) {
        if (filters == null) {
            filters = KeySearch.filters(
                    changes.keys().stream().sorted().map((ContactKey key) -> new HiddenKey(instance, key)).toList());
        }
        return filters;
    }

    /** Of what was found in a mailbox, what was looked for; null if that cannot be all. */
    FoundContacts found(Collection<CurrentContact> all, Set<ContactKey> own) {
        List<CurrentContact> found = all == null ? null : changes.found(all, own);
        if (found == null) {
            return null;
        }
        lost.set(0);
        return new FoundContacts(found);
    }

    /** How a mailbox is planned by that: by what was found in it, or as its run plans by a list. */
    static Planning planning(MailboxTurn turn, Iterator<CurrentContact> current) {
        return current instanceof FoundContacts ? turn.run().tidings().deltas().few() : turn.brief().planning();
    }

    @Override
    public Plan plan(MailboxTurn turn, Iterator<CurrentContact> found) {
        turn.acquaintance().listsSome();
        return changes.whole(SyncPlanning.plan(turn, changes.desired(), found), held.get(turn.mailbox()),
                turn.brief().ownCard(turn.mailbox()));
    }

    /**
     * The run is over: what it wanted is remembered.
     *
     * @throws io.contactsync.journal.JournalException if it cannot be written
     */
    void close() {
        memory.write(now);
    }
}
