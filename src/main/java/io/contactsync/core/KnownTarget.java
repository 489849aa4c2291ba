package io.contactsync.core;

import java.time.Instant;

/**
 * A mailbox that is or was a target.
 *
 * @param id the object id of its owner
 * @param contacts how many contacts of ours it holds, as far as runs have seen; {@link #UNKNOWN} if none has told
 * @param missed when a run first did not find it among the targets; null while it is one
 */
public record KnownTarget(String id, int contacts, Instant missed) {

    /** It may hold any number of them. */
    public static final int UNKNOWN = -1;

    /** Whether contacts of ours may be there. */
    public boolean mayHold() {
        return contacts != 0;
    }

    /** Whether it is no target any more, and contacts of ours may be there. */
    public boolean isLeft() {
        return missed != null && mayHold();
    }

    /**
     * How much is to be done there at the least if so many contacts are desired: in a mailbox of which nothing is known
     * all are created, in one that is no target any more all are deleted.
     */
    public int work(int desired) {
        int holds = Math.max(0, contacts);
        return missed != null ? holds : Math.abs(desired - holds);
    }

    /** The same with that many contacts. */
    public KnownTarget holding(int number) {
        return new KnownTarget(id, number, missed);
    }

    /** The same after another listing of the targets. */
    public KnownTarget seen(boolean target, Instant now) {
        return new KnownTarget(id, contacts, target ? null : missed == null ? now : missed);
    }
}
