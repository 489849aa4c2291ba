package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.problem.Problem;
import io.contactsync.workers.Lease;
import io.contactsync.workers.Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The run that a worker has a part in, and the mailboxes that it has. Asked by all mailboxes at once. */
final class Shift {

    /** What cannot be begun here is left to others for so long. */
    private static final Duration REST = Duration.ofSeconds(30);
    /** Beats without an answer, some seconds each. */
    private static final int MOST_SILENT = 20;
    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");

    private final String worker;
    private final Lease lease = new Lease();
    private Instant resting = Instant.MIN;
    private int silent;
    private WorkerRun current;
    private Runs runs;
    private Clock clock;

    Shift(String worker) {
        this.worker = worker;
    }

    /** Its part of a run is one of those. */
    synchronized void uses(Runs ofProcess) {
        clock = runs == ofProcess ? clock : new LeaseClock(ofProcess.clock(), System::nanoTime);
        runs = ofProcess;
    }

    synchronized Clock clock() {
        return clock;
    }

    Lease lease() {
        return lease;
    }

    /** Whether it takes mailboxes now. */
    synchronized boolean isOpen() {
        return !clock.instant().isBefore(resting);
    }

    /** Whether the run of that claim is at work here. */
    synchronized boolean isAt(String claim) {
        return current != null && current.isOf(claim) && !current.isBroken();
    }

    /** Whose run is at work here, as an offer that names no mailbox; null if there is none. */
    synchronized Offer of(String print) {
        return current == null ? null : new Offer(current.coordinator(), current.of(), "", print);
    }

    /** Begins the run of that claim; the part of another run gives way once it has no mailbox any more. */
    synchronized boolean begin(Grant grant, byte[] claim) {
        if (isAt(grant.claim())) {
            return true;
        }
        try {
            if (current != null && current.isBusy()) {
                return false;
            }
            end();
            current = WorkerRun.begin(runs, RunClaim.unpacked(claim, RunClaim.class), grant, this);
            return true;
        } catch (RuntimeException broken) {
            rest(broken);
            return false;
        }
    }

    /** The name of this worker. */
    String worker() {
        return worker;
    }

    /** A mailbox that this worker has; null if it cannot be begun after all. */
    synchronized MailboxTask task(Grant grant) {
        try {
            return isAt(grant.claim()) ? current.task(grant) : null;
        } catch (RuntimeException broken) {
            rest(broken);
            return null;
        }
    }

    /** All that was done in a mailbox; what this worker cannot go on with ends its part of the run. */
    synchronized byte[] account(MailboxResult result) {
        byte[] account = RunClaim.packed(current.account(result));
        if (current.isBroken()) {
            rest(current.run().aborted());
        }
        return account;
    }

    private void rest(Exception cause) {
        resting = clock.instant().plus(REST);
        LOG.warn("this worker takes nothing for {} s: {}", REST.toSeconds(), Problem.of(cause).safe());
    }

    /**
     * A beat was written: the run may have come to its end, or is about to. A coordinator that is silent for long has
     * no part for this worker any more.
     */
    synchronized void heard(boolean answered, boolean over, boolean ending) {
        silent = answered ? 0 : silent + 1;
        if (current != null && ending) {
            current.run().stop();
        }
        if (current != null && !current.isBusy() && (over || silent > MOST_SILENT || current.isBroken())) {
            end();
        }
    }

    /** Gives journal and lock back. */
    synchronized void end() {
        WorkerRun old = current;
        current = null;
        if (old != null) {
            old.close(runs.ended());
        }
    }
}
