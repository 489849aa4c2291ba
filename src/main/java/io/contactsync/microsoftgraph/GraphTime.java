package io.contactsync.microsoftgraph;

import java.time.Instant;

/** Knows what time it is by Graph's clock, which does not follow the jumps of this machine's. */
@FunctionalInterface
public interface GraphTime {

    /**
     * Graph's time, to the second: its last {@code Date} and what has passed since by a clock that nobody sets. Null if
     * Graph has not told it yet.
     */
    Instant serverTime();

    /** What was asked of Graph so far. */
    default GraphStatistics statistics() {
        return GraphStatistics.NONE;
    }
}
