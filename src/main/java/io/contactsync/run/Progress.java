package io.contactsync.run;

import java.time.Duration;
import java.util.List;

/**
 * How far a run is, at one moment: what the terminal, the piped form and the page of {@code serve} show.
 *
 * @param run its id; empty before the first
 * @param kind {@code plan}, {@code sync} or {@code apply}
 * @param phase what it is doing
 * @param doing the source that is being read, in phase SOURCES; otherwise empty
 * @param running for how long
 * @param targets mailboxes of the run; 0 as long as they are not known
 * @param read mailboxes that have been listed and planned
 * @param finished mailboxes that are through
 * @param planned changes found to be made so far
 * @param done changes whose end is known, those left for the next run aside
 * @param throttled answers 429 so far
 * @param perSecond changes a second over the last seconds
 * @param left how long it will take, by what is known; null as long as that is not known
 * @param waiting mailboxes that everyone waits for, the longest first, a few
 * @param standing why nothing goes on, where workers do the mailboxes; empty if it does
 */
public record Progress(String run, String kind, Phase phase, String doing, Duration running, int targets, int read,
        int finished, long planned, long done, long throttled, double perSecond, Duration left, List<Waiting> waiting,
        String standing) {

    /** What a run is doing. */
    public enum Phase { NONE, SOURCES, TARGETS, MAILBOXES, ENDING, OVER }

    /**
     * A mailbox that is late.
     *
     * @param mailbox what people call it
     * @param percent share of its changes that is done, 0 to 100; -1 as long as it is being read
     * @param told how long Graph told it to wait still; zero if it is only slow
     */
    public record Waiting(String mailbox, int percent, Duration told) {
    }

    /** Before the first run. */
    public static final Progress NONE =
            new Progress("", "", Phase.NONE, "", Duration.ZERO, 0, 0, 0, 0, 0, 0, 0, null, List.of(), "");

    public Progress {
        waiting = List.copyOf(waiting);
    }
}
