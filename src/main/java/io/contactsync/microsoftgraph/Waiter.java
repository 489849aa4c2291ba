package io.contactsync.microsoftgraph;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The one place where the component waits. A wait ends early, in an exception, by an interrupt or when the context
 * stops.
 */
class Waiter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopped;
    private volatile Predicate<Set<String>> allowed = mailboxes -> true;

    /** Monotonic time in nanoseconds. */
    long now() {
        return System.nanoTime();
    }

    void await(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (left > 0 && !stopped) {
                left = changed.awaitNanos(left);
            }
            check();
        } finally {
            lock.unlock();
        }
    }

    /** Lets a request pass unless the application is stopping. */
    void check() {
        if (stopped) {
            throw GraphFailure.unsent(GraphFailure.STOPPING, "the application is stopping", null);
        }
    }

    /** Waits as a retry policy or a pause wants it, an interrupt being a failure like any other. */
    void await(long amount, TimeUnit unit) {
        try {
            await(unit.toNanos(amount));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** From now on requests pass only while that is so. */
    void onlyWhile(Predicate<Set<String>> allows) {
        allowed = allows;
    }

    /** Lets a request pass whose connection stands, unless somebody else may be sending by now. */
    void last(Set<String> mailboxes) {
        if (!allowed.test(mailboxes)) {
            throw GraphFailure.unsent(GraphFailure.STOPPING, "it is not this process's turn", null);
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static GraphException interrupted() {
        Thread.currentThread().interrupt();
        return GraphFailure.unsent(GraphFailure.INTERRUPTED, "interrupted while waiting", null);
    }
}
