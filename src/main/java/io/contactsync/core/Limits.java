package io.contactsync.core;

/**
 * When a plan waits for a human. Each limit is "more than the larger of a number and a share".
 *
 * @param vanishedMin vanished keys of one source that are always let through
 * @param vanishedPercent share of a source's keys of the last complete reading, 0 to 100
 * @param changedPercent share of a source's contacts that changed or vanished since the last complete reading, 0 to 100
 * @param deletesMin deletions in one mailbox that are always let through
 * @param deletesPercent share of a mailbox's managed contacts, 0 to 100
 */
public record Limits(int vanishedMin, int vanishedPercent, int changedPercent, int deletesMin, int deletesPercent) {

    /** A source of fewer contacts may change as a whole: a share says nothing there. */
    static final int CHANGED_FROM = 50;

    public Limits {
        require("guard.vanished-min", vanishedMin, Integer.MAX_VALUE);
        require("guard.vanished-percent", vanishedPercent, 100);
        require("guard.changed-percent", changedPercent, 100);
        require("guard.deletes-min", deletesMin, Integer.MAX_VALUE);
        require("guard.deletes-percent", deletesPercent, 100);
    }

    private static void require(String key, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(key + " must be 0.." + max + " - was " + value);
        }
    }

    /** How much of a source may vanish. */
    Limit vanished() {
        return new Limit(vanishedMin, vanishedPercent);
    }

    /** How many of the known mailboxes may leave at once: a share, but one alone in any case. */
    Limit left() {
        return new Limit(Math.min(1, vanishedMin), vanishedPercent);
    }

    /** How much of a source may change or vanish. */
    Limit changed() {
        return new Limit(0, changedPercent);
    }

    /** How much of a mailbox may be deleted. */
    Limit deletes() {
        return new Limit(deletesMin, deletesPercent);
    }
}
