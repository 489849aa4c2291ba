package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the last run left of a mailbox so that the next one may ask for changes alone. It is a cache: where it is lost,
 * the mailbox is listed.
 *
 * <pre>
 *  the link        | what was wanted  | last listed in full               | what happens
 * -----------------+------------------+-----------------------------------+------------------------------
 *  none            | not found so     | any                               | listed
 *  none            | any other        | any                               | a link is begun, then listed; where
 *                  |                  |                                   | Graph gave none, not again for days
 *  there           | another          | any                               | listed; asked, if contacts alone are
 *                  |                  |                                   | another's, and few: DesiredChanges
 *  there           | the same         | too soon after what a delta told  | listed: a list may lag behind
 *  there           | the same         | after that, and not too long ago  | asked for its changes
 * </pre>
 *
 * <p>A link is older than the list that follows it: what happens between the two is told twice, and nothing is missed.
 *
 * @param link what asks for the changes since the last round, relative to the version of Graph; empty if there is none
 * @param wanted fingerprint of what the mailbox was to hold when it was found so; empty if it was not
 * @param told when a round began the link, gave none, or told of a change that was not ours
 * @param listed when the mailbox was listed in full
 * @param until from then on it is to be listed again
 * @param held what it held then
 * @param deleted hashes of the ids of contacts that we deleted since the last round
 */
public record KnownDelta(String link, String wanted, Instant told, Instant listed, Instant until, Held held,
        Set<Long> deleted) {

    /**
     * What a mailbox held that was as it should be.
     *
     * @param managed contacts of ours
     * @param unchanged of those, the ones that are as desired
     * @param kept what was left alone on purpose
     */
    public record Held(int managed, int unchanged, Kept kept) {
        /** Nothing. */
        public static final Held NOTHING = new Held(0, 0, Kept.NOTHING);

        /** The plan of a mailbox that holds it still. */
        public Plan plan() {
            return new Plan(List.of(), managed, unchanged, kept, Set.of());
        }
    }

    /** Of a mailbox of which nothing is known. */
    public static final KnownDelta NOTHING =
            new KnownDelta("", "", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Held.NOTHING, Set.of());

    /** With more deletions than these the link is given up: to begin one anew costs less than to remember them. */
    static final int MOST_DELETED = 200;

    public KnownDelta {
        deleted = Set.copyOf(deleted);
    }

    /** Whether its changes say all: nothing but they can have come since it was as it should be. */
    public boolean isTrusted(String now, Duration settle, Instant at) {
        return !link.isEmpty() && isAsWanted(now) && !listed.isBefore(told.plus(settle)) && !at.isBefore(listed)
                && at.isBefore(until);
    }

    /** Whether a link is worth to be begun: it was found as desired; where there was no link, not for so long. */
    public boolean isWorthALink(Duration refused, Instant at) {
        return link.isEmpty() && !wanted.isEmpty() && !at.isBefore(told.plus(refused));
    }

    /** Whether that is what it was to hold when it was found so. */
    public boolean isAsWanted(String now) {
        return !wanted.isEmpty() && wanted.equals(now);
    }

    /** A link was begun then. */
    public KnownDelta begun(String first, Instant at) {
        return new KnownDelta(first, "", at, Instant.EPOCH, Instant.EPOCH, held, Set.of());
    }

    /** A round told of nothing but what we did ourselves. */
    public KnownDelta quiet(String next) {
        return new KnownDelta(next, wanted, told, listed, until, held, Set.of());
    }

    /** A round told of something else. */
    public KnownDelta told(String next, Instant at) {
        return begun(next, at);
    }

    /** Graph does not know the link any more. */
    public KnownDelta withoutLink() {
        return new KnownDelta("", wanted, Instant.EPOCH, listed, until, held, Set.of());
    }

    /** Graph has given no link then. */
    public KnownDelta refused(Instant at) {
        return new KnownDelta("", wanted, at, listed, until, held, Set.of());
    }

    /** It is about to be written, or was not found as it should be. */
    public KnownDelta doubtful() {
        return new KnownDelta(link, "", told, Instant.EPOCH, Instant.EPOCH, held, deleted);
    }

    /** It was listed then, and is as it should be. */
    public KnownDelta found(String now, Instant at, Instant due, Held there, Set<Long> gone) {
        Set<Long> all = new HashSet<>(deleted);
        all.addAll(gone);
        return all.size() > MOST_DELETED ? new KnownDelta("", now, Instant.EPOCH, at, due, there, Set.of())
                : new KnownDelta(link, now, told, at, due, there, all);
    }

    /** It was listed and written, and is not as it should be: what was deleted there is remembered all the same. */
    public KnownDelta lacking(Set<Long> gone) {
        return found("", Instant.EPOCH, Instant.EPOCH, held, gone);
    }

    /** Whether nothing of it is worth to be remembered. */
    public boolean isNothing() {
        return link.isEmpty() && wanted.isEmpty();
    }

    /** Whether we deleted that contact ourselves. */
    public boolean isDeleted(String contactId) {
        return deleted.contains(Fnv.hash(contactId));
    }
}
