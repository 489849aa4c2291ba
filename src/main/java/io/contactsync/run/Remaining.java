package io.contactsync.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a run still takes. It is measured now and then, and runs down in between.
 *
 * <p>A measurement counts what is known: changes that are planned and not done, by the rate of the last seconds;
 * mailboxes that are not read yet, taken for like those that were; and the slowest mailbox by itself. The longest of
 * these is what everyone waits for.
 *
 * <pre>
 *  a measurement is ...                        | told is
 * ---------------------------------------------+-------------------------------------------------
 *  not possible                                | nothing: no guess
 *  the first                                   | that
 *  longer by a quarter and two seconds         | that, at once: what has become slower is not hidden
 *  anything else                               | the old time, run down, moved a third towards it
 * </pre>
 *
 * @param left how long, when it was measured
 * @param at when that was
 */
record Remaining(Duration left, Instant at) {

    private static final Duration SOONEST = Duration.ofSeconds(3);
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final double TOWARDS = 1 / 3.0;

    /**
     * What a measurement is made of.
     *
     * @param targets mailboxes of the run
     * @param read of those, planned
     * @param planned changes of those
     * @param done changes whose end is known
     * @param perSecond changes a second
     * @param running since the first mailbox
     * @param slowest how long the slowest open mailbox needs by itself
     */
    record Known(int targets, int read, long planned, long done, double perSecond, Duration running, Duration slowest) {

        /** Changes still to come, those of mailboxes that are not read yet among them. */
        private double changes() {
            return Math.max(0, planned * (double) targets / read - done);
        }
    }

    /** How long it takes by what is known; null if that is too little. */
    static Duration measure(Known known) {
        if (known.read() == 0 || known.running().compareTo(SOONEST) < 0
                || known.changes() > 0 && known.perSecond() <= 0) {
            return null;
        }
        double writing = known.changes() > 0 ? known.changes() / known.perSecond() : 0;
        double reading = (known.targets() - known.read()) * (known.running().toMillis() / 1000.0) / known.read();
        Duration longest = Duration.ofMillis((long) (Math.max(writing, reading) * 1000));
        return longest.compareTo(known.slowest()) > 0 ? longest : known.slowest();
    }

    /** The next of these, after another measurement; null if that says nothing. */
    static Remaining next(Remaining before, Duration measured, Instant now) {
        if (measured == null || before == null) {
            return measured == null ? null : new Remaining(measured, now);
        }
        Duration told = before.now(now);
        Duration more = measured.minus(told);
        boolean slower = more.compareTo(told.dividedBy(4).plus(SLACK)) > 0;
        return new Remaining(slower ? measured : told.plusMillis((long) (more.toMillis() * TOWARDS)), now);
    }

    /** What is told at that time. */
    Duration now(Instant now) {
        Duration told = left.minus(Duration.between(at, now));
        return told.isNegative() ? Duration.ZERO : told;
    }
}
