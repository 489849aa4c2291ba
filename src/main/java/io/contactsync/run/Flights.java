package io.contactsync.run;

import io.contactsync.microsoftgraph.GraphLoad;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Begins as many mailboxes side by side as Graph takes calls at a time, first come, first served, and a few more whose
 * calls fill the gaps between those of the others. Not all, for whoever is begun has little time for all of it. Whoever
 * is told to wait for long keeps nobody waiting, but where most calls fail. Part of {@link PlanBudget}, before a
 * mailbox is read and after it was written.
 */
final class Flights {

    /** Whoever is next looks again that soon: Graph may take more, or the run may be ending. */
    private static final long SLICE_MILLIS = 20;

    static final int SPARE = 3;
    /** Longer than Graph lets those wait who are one too many at a time. */
    static final Duration LONG = Duration.ofSeconds(30);
    private final Semaphore next = new Semaphore(1, true);
    private final Semaphore ended = new Semaphore(0);
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /** Waits until Graph takes one more; a run that is ending lets all through, for they are only left. */
    void enter(MailboxTurn turn) throws InterruptedException {
        next.acquire();
        try {
            while (isFull(turn.run()) && turn.run().leaving() == null) {
                ended.tryAcquire(SLICE_MILLIS, TimeUnit.MILLISECONDS);
            }
            begun.add(turn.mailbox());
        } finally {
            next.release();
        }
    }

    private boolean isFull(Run run) {
        GraphLoad load = run.time().graph().load();
        Instant now = run.time().clock().instant();
        return begun.size() - SPARE >= load.calls() && (run.budget().notBefore(now).isAfter(now)
                || begun.stream().filter(mailbox -> load.pause(mailbox).compareTo(LONG) <= 0).count() - SPARE
                        >= load.calls());
    }

    /** The mailbox is through, or was never begun. */
    void leave(MailboxTurn turn) {
        if (begun.remove(turn.mailbox())) {
            ended.drainPermits();
            ended.release();
        }
    }
}
