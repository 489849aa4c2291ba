package io.contactsync.microsoftgraph;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/** Knows what time it is by Graph's clock, which does not follow the jumps of this machine's. */
@FunctionalInterface
public interface GraphTime {

    /**
     * Graph's time, to the second: its last {@code Date} and what has passed since by a clock that nobody sets. Null if
     * Graph has not told it yet.
     */
    Instant serverTime();

    /** How long Graph wants the whole application to send nothing, from now on; zero if it does not. */
    default Duration pause() {
        return Duration.ZERO;
    }

    /** Graph wanted the whole application to send nothing for so long: nothing is sent before. */
    default void pause(Duration told) {
    }

    /**
     * From now on a request leaves only while that is so, looked at when its connection stands.
     *
     * @param allowed told the mailboxes that the request is for; none if it is for no mailbox
     */
    default void onlyWhile(Predicate<Set<String>> allowed) {
    }

    /**
     * A link that Graph answered with, as it may stand in a batch: relative to the version, byte for byte. Null if it
     * leads anywhere else than to the one address that the token may go to.
     */
    default String relative(String link) {
        return null;
    }

    /** From now on only that part of the pace is taken, more than 0 and at most 1: others take the rest. */
    default void share(double part) {
    }

    /** How much Graph takes at a time. */
    default GraphLoad load() {
        return GraphLoad.ANY;
    }

    /** What was asked of Graph so far. */
    default GraphStatistics statistics() {
        return GraphStatistics.NONE;
    }
}
