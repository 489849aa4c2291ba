package io.contactsync.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * The time now, by two clocks, and how old a moment of an earlier run is.
 *
 * <p>A machine's clock may jump between two runs, Graph's does not. So an age is Graph's time now less Graph's time
 * then, where both are known: then is the journal's own time and what its {@code clock} line says Graph was ahead of
 * it. Where one of them is not known (a journal of an older version, or no {@code Date} from Graph) a moment counts as
 * old only if it is old by each clock that can be asked, and never if it lies in the future.
 *
 * @param ours this machine's time
 * @param graph Graph's time; null if Graph has not told it
 */
public record TimeScale(Instant ours, Instant graph) {

    /** The one that the rest of a run is measured by: Graph's, or ours where it is not known. */
    public Instant now() {
        return graph == null ? ours : graph;
    }

    /**
     * Whether a moment may be as young as that.
     *
     * @param at by the clock of the run that wrote it
     * @param ahead how far Graph's clock was ahead of that one; null if not known
     */
    public boolean isWithin(Duration age, Instant at, Duration ahead) {
        if (graph != null && ahead != null) {
            return isWithin(age, at.plus(ahead), graph);
        }
        return isWithin(age, at, ours) || graph != null && isWithin(age, at, graph);
    }

    private static boolean isWithin(Duration age, Instant at, Instant now) {
        return Duration.between(at, now).compareTo(age) <= 0;
    }
}
