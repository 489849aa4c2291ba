package io.contactsync.run.explain;

import java.time.Instant;

/**
 * What a run came to in one mailbox, by its journal.
 *
 * @param mailbox object id of its owner
 * @param run the run's id
 * @param at when it was told
 * @param status {@code done}, {@code skipped}, {@code held}, {@code waits} or {@code failed}; empty if the run
 *        never came to its end there
 * @param reason why, where it is not simply done
 * @param hold id of the hold on its deletions; empty if there is none
 * @param managed contacts that were ours there
 * @param created contacts created, as the next two by their end
 * @param released contacts whose owner had taken our category off
 * @param elsewhere contacts that were there with another installation's key
 * @param unsettled creates that waited because an earlier one might not be listed yet
 * @param waiting creates that waited because somebody else was writing there
 */
public record Box(String mailbox, String run, Instant at, String status, String reason, String hold, int managed,
        int created, int updated, int deleted, int released, int elsewhere, int unsettled, int waiting) {

    /** Whether there was no mailbox to write into. */
    public boolean isSkipped() {
        return status.equals("skipped");
    }

    /** Whether creates wait there until earlier ones have settled. */
    boolean isWaiting() {
        return status.equals("waits");
    }

    /** Whether not all was done there. */
    public boolean isFailed() {
        return status.equals("failed") || status.isEmpty();
    }
}
