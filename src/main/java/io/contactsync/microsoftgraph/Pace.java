package io.contactsync.microsoftgraph;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests through one after the other, in the order they came, no faster than the bucket and never inside a
 * fence.
 */
final class Pace {

    private final TokenBucket bucket;
    private final Fences fences;
    private final Waiter waiter;
    private final long longest;
    private final ReentrantLock turn = new ReentrantLock(true);

    Pace(TokenBucket bucket, Fences fences, Waiter waiter, long longestPauseMillis) {
        this.bucket = bucket;
        this.fences = fences;
        this.waiter = waiter;
        this.longest = longestPauseMillis * 1_000_000;
    }

    /**
     * Waits for the mailboxes' fences, then for the turn.
     *
     * @throws GraphException code Paused if a fence lasts longer than anybody should wait in line; the exception tells
     * how long
     */
    void take(int permits, Set<String> mailboxes) throws InterruptedException {
        do {
            for (long left; (left = fences.remaining(mailboxes, waiter.now())) > 0;) {
                pause(left);
            }
            turn.lockInterruptibly();
            try {
                takeInTurn(permits);
            } finally {
                turn.unlock();
            }
        } while (fences.remaining(mailboxes, waiter.now()) > 0); // fenced while in line
    }

    /** Nobody waits longer in line. */
    Duration longest() {
        return Duration.ofNanos(longest);
    }

    private void takeInTurn(int permits) throws InterruptedException {
        while (true) {
            long now = waiter.now();
            long fence = fences.remaining(now);
            long wait = fence > 0 ? fence : bucket.take(now, permits);
            if (wait == 0) {
                return;
            }
            pause(wait);
        }
    }

    private void pause(long nanos) throws InterruptedException {
        if (nanos > longest) {
            throw GraphFailure.unsent(GraphFailure.PAUSED, "Graph wants a longer pause", Duration.ofNanos(nanos));
        }
        waiter.await(nanos);
    }
}
