package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;

/**
 * The breaker of a run: when most calls fail, nothing is sent for a while; then one small question is asked; if that is
 * answered, all go on. A value: time and traffic are arguments.
 *
 * <pre>
 *  is         | what happens                                                             | becomes
 * ------------+--------------------------------------------------------------------------+-----------
 *  closed     | 20 calls or more in 30 s, and 80 % of their requests 429, 5xx or nothing | open
 *  open       | its pause is over: the first that comes asks one question                | probing
 *  probing    | the question is answered                                                 | closed
 *  probing    | it is not                                                                | open, twice as long
 *  any of it  | it opens for the third time                                              | over: the run ends
 * </pre>
 *
 * @param pause how long it opens for at first; doubled each time, at most 15 minutes
 * @param openings how often it has opened
 * @param until nothing is sent before this instant; null while it is closed
 * @param asked whether the question is on its way
 * @param since what has gone over the wire since it closed last
 */
public record Breaker(Duration pause, int openings, Instant until, boolean asked, Traffic since) {

    static final int CALLS = 20;
    static final int PERCENT = 80;
    static final int OPENINGS = 3;
    static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** At the begin of a run. */
    public static Breaker closed(Duration pause, Traffic.Note first) {
        return new Breaker(pause, 0, null, false, Traffic.from(first));
    }

    /** With what has gone over the wire by now; opens if most of it failed. */
    public Breaker and(Traffic.Note note) {
        if (until != null) {
            return this;
        }
        Breaker noted = new Breaker(pause, openings, null, false, since.and(note));
        Traffic.Note lately = noted.since.lately(WINDOW);
        boolean storm = lately.calls() >= CALLS && lately.troubled() * 100 >= lately.requests() * PERCENT;
        return storm ? noted.open(note.at()) : noted;
    }

    private Breaker open(Instant now) {
        Duration longer = pause.multipliedBy(1L << Math.min(openings, OPENINGS));
        Duration lasts = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return new Breaker(pause, openings + 1, now.plus(lasts), false, since);
    }

    /** Whether somebody is to ask now: the pause is over, and nobody asks yet. */
    public boolean isDue(Instant now) {
        return until != null && !asked && !until.isAfter(now) && !isOver();
    }

    /** Somebody asks. */
    public Breaker asking() {
        return new Breaker(pause, openings, until, true, since);
    }

    /** The question came back. */
    public Breaker probed(boolean answered, Traffic.Note note) {
        return answered ? new Breaker(pause, openings, null, false, Traffic.from(note)) : open(note.at());
    }

    /** Whether all may go. */
    public boolean isClosed() {
        return until == null;
    }

    /** Whether the run ends. */
    public boolean isOver() {
        return openings >= OPENINGS;
    }
}
