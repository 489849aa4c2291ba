package io.contactsync.sandbox.faults;

import java.time.Duration;

/**
 * When a rule acts: on which of the fitting requests of a scope, counted from 1, and in which time since the start.
 *
 * @param after so many pass first
 * @param times so many are taken, of each scope
 * @param every each so manieth of those after is taken
 * @param share share of those that are taken, 0 to 1, chosen by the seed
 */
record When(int after, int times, int every, double share, Duration from, Duration until) {
    private static final Duration EVER = Duration.ofDays(36_500);

    static When read(PlanNode keys) {
        Duration from = keys.time("from", Duration.ZERO);
        Duration until = keys.time("until", EVER);
        if (until.compareTo(from) <= 0) {
            throw keys.wrong("until", "until must be later than from");
        }
        return new When(keys.number("after", 0, 0), keys.number("times", Integer.MAX_VALUE, 1),
                keys.number("every", 1, 1), keys.share("share", 1), from, until);
    }

    boolean inTime(Duration sinceStart) {
        return sinceStart.compareTo(from) >= 0 && sinceStart.compareTo(until) < 0;
    }

    /** @param taken how many were taken before */
    boolean takes(Occasion occasion, int taken) {
        long later = occasion.number() - after;
        return later > 0 && taken < times && later % every == 0 && (share >= 1
                || Chance.of(occasion.seed(), occasion.rule(), occasion.scope(), occasion.number()) < share);
    }
}
