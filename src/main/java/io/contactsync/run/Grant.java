package io.contactsync.run;

import io.contactsync.journal.EarlierRuns;
import io.contactsync.journal.MailboxCreates;
import io.contactsync.journal.RecentCreates;

import java.time.Duration;
import java.time.Instant;

/**
 * A mailbox that a worker has from now on, with what the coordinator knows of it.
 *
 * @param coordinator who answers letters about it
 * @param run the coordinator's run
 * @param claim hash of what all mailboxes of the run share
 * @param mailbox the object id of its owner
 * @param lease how long the worker has it without being heard
 * @param now Graph's time
 * @param share how much of the pace the worker may take
 * @param creates creates of earlier runs
 * @param known what is remembered of the mailbox, as its file holds it
 */
record Grant(String coordinator, String run, String claim, String mailbox, Duration lease, Instant now,
        double share, MailboxCreates creates, byte[] known) {

    /** What earlier runs left in that mailbox. */
    EarlierRuns earlier(RunClaim shared) {
        return new EarlierRuns(RecentCreates.of(mailbox, creates), shared.knowsFrom(), shared.settlingUntil(), null);
    }
}
