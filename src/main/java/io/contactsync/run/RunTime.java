package io.contactsync.run;

import io.contactsync.journal.TimeScale;
import io.contactsync.microsoftgraph.GraphTime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * The time of one run by both clocks: its own, and Graph's as soon as Graph has told it. The distance between them is
 * taken once and kept.
 */
final class RunTime {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private final RunClock clock;
    private final GraphTime graph;
    private final DoubleSupplier chance;
    private volatile Duration ahead;
    private Instant asking = Instant.MIN;

    RunTime(RunClock clock, GraphTime graph) {
        this(clock, graph, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param chance 0 (inclusive) to 1 (exclusive), spreads waits */
    RunTime(RunClock clock, GraphTime graph, DoubleSupplier chance) {
        this.clock = clock;
        this.graph = graph;
        this.chance = chance;
    }

    /** By how much of what may be added to a wait it is longer than it must be. */
    double chance() {
        return chance.getAsDouble();
    }

    /** Graph's side of the run: its time, and what it was asked. */
    GraphTime graph() {
        return graph;
    }

    RunClock clock() {
        return clock;
    }

    /** Takes the distance, if Graph has told its time and it was not taken before. */
    TimeScale learn() {
        Instant told = graph.serverTime();
        Instant ours = clock.instant();
        if (ahead == null && told != null) {
            ahead = Duration.between(ours, told);
        }
        return new TimeScale(ours, ahead == null ? null : ours.plus(ahead));
    }

    /** Another machine has heard that of Graph: taken if Graph was not heard here. */
    void take(Instant told) {
        if (learn().graph() == null && told != null) {
            ahead = Duration.between(clock.instant(), told);
        }
    }

    /** Notices that the machine has slept: Graph's newest answer shows it. */
    void hear() {
        Instant told = graph.serverTime();
        if (told != null && ahead != null) {
            clock.hear(told.minus(ahead));
        }
    }

    /** Whether it may have slept since Graph was asked last, or its machine's clock was put forward. */
    boolean isDoubtful() {
        return clock.isDoubtful();
    }

    /**
     * Whether Graph is to be asked now, for that reason: a coordinator that leaves all to workers hears nothing of
     * Graph, and what it wrote would look older than it is.
     */
    synchronized boolean isToAsk() {
        Instant now = clock.instant();
        boolean due = isDoubtful() && !now.isBefore(asking.plus(ASKED_EVERY));
        asking = due ? now : asking;
        return due;
    }

    /** Graph was asked just now: which of the two it was is known. */
    void asked() {
        hear();
        clock.excuse();
    }

    /** Graph's time now; ours as long as it is not known. */
    Instant now() {
        Duration known = ahead;
        return known == null ? clock.instant() : clock.instant().plus(known);
    }
}
