package io.contactsync.core;

import java.time.Duration;

/**
 * How contacts that others touch are dealt with.
 *
 * @param policy what becomes of managed fields that somebody else has changed
 * @param full after that long all our contacts of a mailbox are read, touched or not
 * @param deletedTimes after so many times an owner's deletion of a contact is respected; 0 for never
 * @param isRepairing whether somebody asked for all of it: released contacts are given back, too
 */
public record DriftRules(DriftPolicy policy, Duration full, int deletedTimes, boolean isRepairing) {

    /** Restored; read in full every 30 days; what its owner deletes is always made again. */
    public static final DriftRules STANDARD = new DriftRules(DriftPolicy.RESTORE, Duration.ofDays(30), 0, false);

    private static final int MOST_DAYS = 365;
    private static final int MOST_TIMES = 100;

    public DriftRules {
        if (deletedTimes < 0 || deletedTimes > MOST_TIMES) {
            throw new IllegalArgumentException(
                    "drift.deleted-times must be 0.." + MOST_TIMES + " - was '" + deletedTimes + "'");
        }
        if (full.toDays() < 1 || full.toDays() > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "drift.full-days must be 1.." + MOST_DAYS + " - was '" + full.toDays() + "'");
        }
    }

    /**
     * From configuration values.
     *
     * @param deletedTimes 0 for never
     */
    public static DriftRules of(String policy, int fullDays, int deletedTimes) {
        return new DriftRules(DriftPolicy.of(policy), Duration.ofDays(fullDays), deletedTimes, false);
    }

    /** Whether a contact that its owner has deleted so often is not made again. */
    boolean respects(int deletions) {
        return deletedTimes > 0 && deletions >= deletedTimes;
    }

    /** The same for a run that gives everything back, whatever the policy says. */
    public DriftRules repairing() {
        return new DriftRules(DriftPolicy.RESTORE, full, 0, true);
    }
}
