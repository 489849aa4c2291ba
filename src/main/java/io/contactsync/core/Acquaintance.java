package io.contactsync.core;

import io.contactsync.core.KnownMailbox.Rewritten;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What a run knows of one mailbox, and learns of it while it is planned and written. A version is remembered only where
 * the contact was as we want it at that version: written by us, or read and found good. So a contact of another version
 * was touched by somebody, and one of the same version that differs all the same was rewritten by Exchange. For one
 * thread.
 *
 * <pre>
 *  known of the mailbox | the contact's version    | all are due | what happens
 * ----------------------+--------------------------+-------------+-------------------------------------------
 *  nothing: cache lost  | any                      | -           | listed only: read when the mailbox is due
 *  something            | as remembered            | no          | nothing
 *  something            | another, or not known    | no          | touched: it is read
 *  something            | any                      | yes         | it is read
 * </pre>
 */
public final class Acquaintance {

    /** Marks a difference that was seen at the very version that we wrote; smaller numbers only counted mendings. */
    private static final int SEEN_AT_OURS = 3;

    private final KnownMailbox before;
    private final boolean due;
    private final long now;
    /** Places of contacts that the list shows, or that it lacks although they are desired: neither are forgotten. */
    private final BitSet kept;
    private final VersionLog changed = new VersionLog();
    private final Map<Long, Integer> deletions = new HashMap<>();
    private final Map<Long, Rewritten> rewritten = new HashMap<>();
    private boolean partial;
    private boolean complete;
    private boolean unseen;
    private boolean unread;

    private Acquaintance(KnownMailbox before, boolean full, Instant now) {
        this.before = before;
        this.due = full;
        this.now = now.getEpochSecond();
        this.kept = new BitSet(before.size());
        deletions.putAll(before.deletions());
        rewritten.putAll(before.rewritten());
    }

    /** A run's acquaintance with a mailbox; all our contacts are read if that is asked for or due. */
    public static Acquaintance of(KnownMailbox before, DriftRules rules, Instant now) {
        boolean due = rules.isRepairing() || !before.isNothing()
                && now.getEpochSecond() - before.verified() >= rules.full().getSeconds();
        return new Acquaintance(before, due, now);
    }

    /** A contact of ours is there, or should be there and is not. */
    void keeps(long key) {
        int place = before.place(key);
        if (place >= 0) {
            kept.set(place);
        }
    }

    /** Whether a contact that carries what we wrote has to be read, to see if it still is that. */
    boolean isTouched(long key, String changeKey) {
        if (!due && before.isNothing()) {
            unseen = true;
            changed.put(key, Fnv.hash(String.valueOf(changeKey)));
            return false;
        }
        return due || !isKnown(key, changeKey);
    }

    /** Whether the contact was as we want it at that version. */
    boolean isKnown(long key, String changeKey) {
        return changeKey != null && wasThere(key) && before.version(before.place(key)) == Fnv.hash(changeKey);
    }

    /** Whether nobody but Exchange can have changed the contact since we wrote or read it. */
    boolean isUntouched(long key, String changeKey) {
        return before.isProved() && isKnown(key, changeKey);
    }

    /** How often the owner of a contact that is not there has deleted it, this time included. */
    int deletions(long key) {
        return deletions.getOrDefault(key, 0) + (wasThere(key) ? 1 : 0);
    }

    /** Whether a contact was there when the mailbox was looked at last. */
    boolean wasThere(long key) {
        return before.place(key) >= 0;
    }

    /** Its owner does not want it. */
    void respects(long key, int times) {
        deletions.put(key, times);
        changed.put(key, 0);
    }

    /** Only some of the contacts will be listed: of the others nothing is forgotten. */
    public void listsSome() {
        partial = true;
    }

    /** The list has come to its end. */
    void listedAll() {
        complete = !partial;
    }

    /** The contact was read, and is as we want it. */
    void good(long key, String changeKey) {
        changed.put(key, Fnv.hash(String.valueOf(changeKey)));
        rewritten.remove(key);
    }

    /** The contact was read, and is not as we want it; or it could not be read. */
    void doubtful(long key) {
        changed.put(key, 0);
    }

    /** A contact that is due was not read: all of them stay due. */
    public void leftUnread() {
        unread = true;
    }

    /** Whether that difference is known for what Exchange makes of the value, whatever version it is seen at. */
    boolean isRewritten(long key, long difference) {
        return new Rewritten(Rewritten.of(difference), SEEN_AT_OURS).equals(rewritten.get(key));
    }

    /** That difference is what Exchange makes of the value: the contact is as good as it gets. */
    void rewrites(long key, long difference, String changeKey) {
        changed.put(key, Fnv.hash(String.valueOf(changeKey)));
        rewritten.put(key, new Rewritten(Rewritten.of(difference), SEEN_AT_OURS));
    }

    /** What became of a change. */
    public void came(Outcome outcome) {
        Change change = outcome.change();
        boolean deletes = change.action() == Action.DELETE;
        boolean done = outcome.kind() == Outcome.Kind.APPLIED || deletes && outcome.kind().isSent();
        if (!done || change.isSweep() || change.writes().unmarks()) {
            return;
        }
        long key = change.key().hash();
        boolean known = !deletes && change.writes().left().isEmpty()
                && outcome.changeKey() != null;
        changed.put(key, known ? Fnv.hash(outcome.changeKey()) : 0);
        if (change.reason().equals(Change.AGAIN)) {
            deletions.merge(key, 1, Integer::sum);
        } else if (change.reason().equals(Change.GIVEN_BACK)) {
            deletions.remove(key);
        }
    }

    /** What was known before, without what that plan deletes: the very same if it deletes nothing of it. */
    public KnownMailbox without(Plan plan) {
        return before.without(plan.changes().stream()
                .filter(change -> change.action() == Action.DELETE && !change.isSweep())
                .map(change -> change.key().hash()).filter(this::wasThere).toList());
    }

    /**
     * What is to be remembered of it; the very same if nothing of it has changed. Where nothing was known and not all
     * was listed, nothing is: otherwise all that was not touched in this run would have to be read in the next.
     */
    public KnownMailbox after(DriftRules rules, String mailbox) {
        if (before.isNothing() && !complete) {
            return before;
        }
        VersionLog news = complete ? forgotten() : new VersionLog();
        news.add(changed);
        boolean read = due && complete && !unread;
        long verified = read ? now : before.isNothing() ? spread(rules, mailbox) : before.verified();
        boolean proved = read || before.isProved() && !unseen;
        boolean same = news.isEmpty() && verified == before.verified() && proved == before.isProved()
                && deletions.equals(before.deletions()) && rewritten.equals(before.rewritten());
        KnownMailbox after = same ? before : before.with(news, verified, proved, deletions, rewritten);
        return after.equals(before) ? before : after;
    }

    private VersionLog forgotten() {
        VersionLog forgotten = new VersionLog();
        for (int place = kept.nextClearBit(0); place < before.size(); place = kept.nextClearBit(place + 1)) {
            forgotten.put(before.key(place), 0);
        }
        return forgotten;
    }

    /** As if it had been verified some time ago, each mailbox at another one: no run has to read all of them. */
    private long spread(DriftRules rules, String mailbox) {
        return now - Math.floorMod(Fnv.hash(mailbox), rules.full().getSeconds());
    }
}
