package io.contactsync.core;

/** What can happen to a mailbox's dispatch. */
public sealed interface Event {

    /** The wait that was asked for is over. */
    record Due() implements Event {
    }

    /**
     * The batch in flight came back.
     *
     * @param answer what became of it
     * @param random 0 (inclusive) to 1 (exclusive), spreads the waits
     */
    record Came(BatchAnswer answer, double random) implements Event {
    }

    /** The program is asked to end: nothing more is sent. */
    record Stop() implements Event {
    }
}
