package io.contactsync.microsoftgraph;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time limits of one call, stage by stage: to get a connection, to be answered, to read the answer to its end. */
final class CallWatch implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Runnable end;
    private Future<?> limit;
    private volatile boolean expired;

    CallWatch(ScheduledExecutorService timer, Runnable end) {
        this.timer = timer;
        this.end = end;
    }

    /** A stage begins, and the one before is over. Called by the thread of the call only. */
    void stage(long millis) {
        close();
        limit = timer.schedule(this::expire, millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the call was ended because a stage took too long. */
    boolean isExpired() {
        return expired;
    }

    @Override
    public void close() {
        if (limit != null) {
            limit.cancel(false);
        }
    }

    private void expire() {
        expired = true;
        end.run();
    }
}
