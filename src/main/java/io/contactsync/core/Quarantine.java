package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;

/**
 * What is remembered of a mailbox that went wrong: how often in a row, and until when it is left alone.
 *
 * <p>After {@value #MOST_FAILURES} failed runs in a row it rests: an hour, doubled with each further one, a day at
 * most. Graph may also have told it to wait longer than a run waits. Both are kept as a beginning and a length, so that
 * a clock that was put back cannot prolong them: whoever begins in the future begins now.
 *
 * @param failures runs in a row in which it failed
 * @param failed when the last of them failed; null if none did
 * @param told when Graph told it to wait; null if Graph did not
 * @param pause how long
 * @param left whether the last run did not come to it: the next one begins with those
 */
public record Quarantine(int failures, Instant failed, Instant told, Duration pause, boolean left) {

    /** Nothing is wrong with it. */
    public static final Quarantine NONE = new Quarantine(0, null, null, Duration.ZERO, false);

    /** Failed runs in a row after which a mailbox rests. */
    public static final int MOST_FAILURES = 3;

    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_DOUBLINGS = 5;
    private static final int SEVERAL = 5;

    public Quarantine {
        pause = pause == null ? Duration.ZERO : pause;
    }

    /** After a run that came to it. */
    public Quarantine after(Fault fault, Instant now) {
        return switch (fault) {
            case NONE -> NONE;
            case ELSEWHERE -> new Quarantine(failures, failed, null, Duration.ZERO, false);
            case OWN, DENIED -> new Quarantine(failures + 1, now, null, Duration.ZERO, false);
        };
    }

    /** The same, and Graph has told it to wait so long; nothing changes if that is no time. */
    public Quarantine told(Duration toWait, Instant now) {
        return toWait.isZero() || toWait.isNegative() ? this : new Quarantine(failures, failed, now, toWait, left);
    }

    /** The same after a run that came to its end with it, or not. */
    public Quarantine leftOut(boolean out) {
        return new Quarantine(failures, failed, told, pause, out);
    }

    /**
     * Whether so many of a run's mailboxes failed that none of them is to blame: more than half, of five or more.
     *
     * @param failed mailboxes that failed by themselves
     * @param asked mailboxes that were asked at all
     */
    public static boolean isWeather(int failed, int asked) {
        return asked >= SEVERAL && failed * 2 > asked;
    }

    /** The same without its failures: the next run begins with it. What Graph has told stands. */
    public Quarantine released() {
        return new Quarantine(0, null, told, pause, true);
    }

    /** Whether there is nothing to remember. */
    public boolean isNothing(Instant now) {
        return failures == 0 && !left && left(told, pause, now).isZero();
    }

    /** After a run that it was no mailbox of: what is older than a month is forgotten. */
    public Quarantine elsewhere(Instant now) {
        boolean old = failed == null || failed.isBefore(now.minus(KEPT));
        return new Quarantine(old ? 0 : failures, old ? null : failed, told, pause, false).at(now);
    }

    /** Whether it has failed so often in a row that it rests, or has rested. */
    public boolean isQuarantined() {
        return failures >= MOST_FAILURES;
    }

    /** How long it is to be left alone from now on; zero if it is not. */
    public Duration left(Instant now) {
        Duration rest = left(failed, rest(), now);
        Duration asked = left(told, pause, now);
        return rest.compareTo(asked) >= 0 ? rest : asked;
    }

    /** How long a mailbox with so many failures rests. */
    Duration rest() {
        if (failures < MOST_FAILURES) {
            return Duration.ZERO;
        }
        Duration rest = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - MOST_FAILURES));
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }

    /** The same with beginnings that are not in the future. */
    public Quarantine at(Instant now) {
        return new Quarantine(failures, notAfter(failed, now), notAfter(told, now), pause, left);
    }

    private static Instant notAfter(Instant time, Instant now) {
        return time != null && time.isAfter(now) ? now : time;
    }

    private static Duration left(Instant from, Duration lasts, Instant now) {
        if (from == null) {
            return Duration.ZERO;
        }
        Duration left = lasts.minus(Duration.between(notAfter(from, now), now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Why it is left alone, in one sentence with the time; only if it is. */
    public String sentence(Instant now, Times times) {
        return isRest(now) ? "rests until " + times.from(now.plus(left(now))) + " after " + failures + " failed runs"
                : "told by Graph to wait until " + times.from(now.plus(left(now)));
    }

    /** What is to come of it, where it is not left alone; empty if there is nothing to say. */
    public String outlook() {
        String failed = "has failed in " + failures + (failures == 1 ? " run" : " runs in a row");
        return failures == 0 ? left ? "is what the next run begins with" : ""
                : failed + (isQuarantined() ? ", and the next run asks it again" : "; after " + MOST_FAILURES
                + " in a row it rests");
    }

    /** The same without what differs from mailbox to mailbox. */
    public String cause(Instant now) {
        return isRest(now) ? "rests after failed runs" : "told by Graph to wait";
    }

    private boolean isRest(Instant now) {
        return left(failed, rest(), now).compareTo(left(told, pause, now)) >= 0;
    }
}
