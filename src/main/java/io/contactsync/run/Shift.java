package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.microsoftgraph.GraphTime;
import io.contactsync.problem.Problem;
import io.contactsync.workers.WorkerLease;
import io.contactsync.workers.Letter;
import io.contactsync.workers.Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The run that a worker has a part in, and the mailboxes that it has. Asked by all mailboxes at once. */
final class Shift {

    /** What cannot be begun here is left to others for so long. */
    private static final Duration REST = Duration.ofSeconds(30);
    /** Beats without an answer, some seconds each. */
    private static final int MOST_SILENT = 20;
    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");

    /** The name of this worker. */
    final String worker;
    private final LongSupplier nanos;
    private final WorkerLease lease = new WorkerLease();
    private Instant resting = Instant.MIN;
    private int silent;
    private WorkerRun current;
    /** The first mailbox of a run that is about to begin here; null if none is. */
    private Grant joining;
    private Runs runs;
    private OldRuns old;
    private Clock clock;

    /** @param nanos the clock that nobody sets */
    Shift(String worker, LongSupplier nanos) {
        this.worker = worker;
        this.nanos = nanos;
    }

    /** Its part of a run is one of those, and old ones are removed. */
    synchronized void uses(Runs ofProcess, OldRuns remover) {
        old = remover;
        clock = runs == ofProcess ? clock : new LeaseClock(ofProcess.clock(), nanos);
        runs = ofProcess;
    }

    synchronized Clock clock() {
        return clock;
    }

    WorkerLease lease() {
        return lease;
    }

    /** Whether it takes mailboxes of that run now: not as long as it has some of another run. */
    synchronized boolean isOpen(String run) {
        boolean free = current == null || current.of().equals(run) || !current.isBusy();
        return free && !clock.instant().isBefore(resting);
    }

    /** Whether the run of that claim is at work here. */
    synchronized boolean isAt(String claim) {
        return current != null && current.isOf(claim) && !current.isBroken();
    }

    /** Whose run is at work here, or about to begin, as an offer that names no mailbox; null if there is none. */
    synchronized Offer of(String print) {
        if (joining != null) {
            return new Offer(joining.coordinator(), joining.run(), "", print);
        }
        return current == null ? null : new Offer(current.coordinator(), current.of(), "", print);
    }

    /**
     * Whether what the mailboxes of a run share is to be asked for: one of them does so, for it is much, and the others
     * wait here until it has come or has not.
     */
    synchronized boolean fetches(Grant grant) throws InterruptedException {
        while (joining != null && !isAt(grant.claim())) {
            wait();
        }
        boolean first = !isAt(grant.claim());
        joining = first ? grant : joining;
        return first;
    }

    /** It has come, or has not. */
    synchronized void fetched() {
        joining = null;
        notifyAll();
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
            pace(grant.share(), Duration.ZERO);
            return true;
        } catch (RuntimeException broken) {
            rest(broken);
            return false;
        }
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

    /** It is through with a mailbox of that run. */
    synchronized void leave(Grant grant) {
        if (current != null && current.isOf(grant.claim())) {
            current.leave();
        }
    }

    /** All that was done in a mailbox; what this worker cannot go on with ends its part of the run. */
    synchronized Supplier<byte[]> account(MailboxResult result) {
        Supplier<byte[]> account = current.account(result);
        if (current.isBroken()) {
            rest(current.run().aborted());
        }
        return account;
    }

    private void rest(Exception cause) {
        resting = clock.instant().plus(REST);
        LOG.warn("this worker takes nothing for {} s: {}", REST.toSeconds(), Problem.of(cause).safe());
    }

    /** The pace of this worker, and how long the whole application is to wait. */
    synchronized void pace(double share, Duration pause) {
        if (current != null) {
            GraphTime graph = current.run().time().graph();
            graph.share(share);
            if (pause.compareTo(graph.pause()) > 0) {
                graph.pause(pause);
            }
        }
    }

    /** That this worker is there, and what Graph has told it. */
    synchronized Letter beat(Offer run, String token) {
        GraphTime graph = current == null ? () -> null : current.run().time().graph();
        long refusals = current == null ? 0 : current.run().begun().graph().throttled();
        return Letter.beat(worker, run, token, lease.held(), refusals, graph.pause().toMillis());
    }

    /**
     * A beat was written: the run may have come to its end, or is about to. A coordinator that is silent for long has
     * no part for this worker any more.
     */
    synchronized void heard(String run, boolean answered, boolean over, boolean ending) {
        silent = answered ? 0 : silent + 1;
        boolean ours = current != null && current.of().equals(run);
        if (ours && ending) {
            current.run().stop();
        }
        if (ours && !current.isBusy() && (over || silent > MOST_SILENT || current.isBroken())) {
            end();
        }
    }

    /** This process ends: no old run is removed now. */
    synchronized void close() {
        old = null;
        end();
    }

    private void end() {
        WorkerRun last = current;
        current = null;
        if (last != null) {
            last.run().time().graph().share(1);
            try {
                last.close(runs.ended(), old);
            } catch (RuntimeException broken) {
                LOG.warn("run={} could not be ended here: {}", last.run().id(), Problem.of(broken).safe());
            }
        }
    }
}
