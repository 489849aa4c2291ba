package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;

/**
 * What the last full reading of a list of users left so that the next run may ask for changes alone. It is a cache:
 * where it is lost, the list is read in full.
 *
 * <pre>
 *  the link   | what it is for | last read in full          | what happens
 * ------------+----------------+----------------------------+------------------------------------------------
 *  none       | another        | any                        | a link is begun, then all are read
 *  none       | the same       | any                        | all are read; where Graph gave none, it is not
 *             |                |                            | asked again for days
 *  there      | another        | any                        | a link is begun, then all are read
 *  there      | the same       | too soon after it began    | all are read: a list may lag behind
 *  there      | the same       | after that, not long ago   | it is asked for changes; if there are none, the
 *             |                |                            | users are those that were read then
 *  there      | the same       | too long ago               | all are read
 * </pre>
 *
 * <p>A link is older than the reading that follows it: what happens between the two is told, and nothing is missed. It
 * is asked again and again, and not moved forward: whoever is killed has lost nothing.
 *
 * @param link what asks for the changes since it was begun, absolute; empty if there is none
 * @param wanted fingerprint of all that decides which users are read, and what of them
 * @param told when Graph gave the link, or gave none
 * @param read when the last full reading began
 * @param until from then on they are to be read in full again
 */
public record KnownUsers(String link, String wanted, Instant told, Instant read, Instant until) {

    /** Of a list that was never read. */
    public static final KnownUsers NOTHING = new KnownUsers("", "", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** Whether the link's changes say all: nothing but they can have come since the last full reading. */
    public boolean isTrusted(String now, Duration settle, Instant at) {
        return !link.isEmpty() && wanted.equals(now) && !read.isBefore(told.plus(settle)) && !at.isBefore(read)
                && at.isBefore(until);
    }

    /** Whether a link is to be begun: where Graph gave none, not for so long. */
    public boolean isWorthALink(String now, Duration refused, Instant at) {
        return !wanted.equals(now) || link.isEmpty() && !at.isBefore(told.plus(refused));
    }

    /** Graph gave that link then, or the empty one for none. */
    public static KnownUsers begun(String first, String now, Instant at) {
        return new KnownUsers(first, now, at, Instant.EPOCH, Instant.EPOCH);
    }

    /** Graph told of a change, or does not know the link any more. */
    public KnownUsers withoutLink() {
        return begun("", wanted, Instant.EPOCH);
    }

    /** They were read in full. */
    public KnownUsers read(Instant at, Instant due) {
        return new KnownUsers(link, wanted, told, at, due);
    }
}
