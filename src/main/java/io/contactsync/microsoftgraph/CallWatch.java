package io.contactsync.microsoftgraph;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time limits of one call, stage by stage: to get a connection, to be answered, to read the answer to its end. The
 * timer is asked once for each call, for its stages may come to thousands a second: when it rings it looks whether a
 * later stage lasts longer.
 */
final class CallWatch implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Runnable end;
    private Future<?> limit;
    private long rings;
    private long deadline;
    private boolean over;
    private volatile boolean expired;

    CallWatch(ScheduledExecutorService timer, Runnable end) {
        this.timer = timer;
        this.end = end;
    }

    /** A stage begins, and the one before is over. Called by the thread of the call only. */
    synchronized void stage(long millis) {
        deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        if (limit == null || deadline - rings < 0) {
            cancel();
            ring();
        }
    }

    private void ring() {
        rings = deadline;
        limit = timer.schedule(this::look, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void cancel() {
        if (limit != null) {
            limit.cancel(false);
        }
    }

    /** Whether the call was ended because a stage took too long. */
    boolean isExpired() {
        return expired;
    }

    @Override
    public synchronized void close() {
        over = true;
        cancel();
    }

    private void look() {
        if (isLate()) {
            expired = true;
            end.run();
        }
    }

    private synchronized boolean isLate() {
        boolean late = !over && deadline - System.nanoTime() <= 0;
        if (!over && !late) {
            ring();
        }
        return late;
    }
}
