package io.contactsync.core;

import java.time.Instant;
import java.util.List;
import java.util.Set;

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

    /**
     * The second look is done.
     *
     * @param sights what was seen, by the place of each question
     * @param random 0 (inclusive) to 1 (exclusive), spreads the waits
     */
    record Looked(List<Sight> sights, double random) implements Event {
        public Looked {
            sights = List.copyOf(sights);
        }
    }

    /**
     * The mailbox was listed once more.
     *
     * @param strangers how many contacts somebody else has created there under our keys
     * @param left ids of the contacts that the mailbox's plan would still take out
     */
    record Listed(int strangers, Set<String> left) implements Event {
        public Listed {
            left = Set.copyOf(left);
        }

        /** A list in the middle of a mailbox's creates. */
        public Listed(int strangers) {
            this(strangers, Set.of());
        }
    }

    /**
     * Nothing more is sent.
     *
     * @param why what is said of the changes that are left
     */
    record Stop(String why) implements Event {

        /** The run ends early. */
        public Stop(EarlyEnd why) {
            this(why.left());
        }

        /** The program is asked to end. */
        public Stop() {
            this(EarlyEnd.STOPPED);
        }
    }

    /**
     * What was asked for last has not left, and must not yet.
     *
     * @param until not before this instant
     */
    record Postponed(Instant until) implements Event {
    }
}
