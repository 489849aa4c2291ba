package io.contactsync.microsoftgraph;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Ends calls that have lasted too long, whatever they wait for: a socket's time-out begins anew with every byte, so
 * headers that trickle, interim answers without end, a TLS handshake or a proxy that never finishes would hold a call
 * for ever. One thread for all calls.
 */
final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, Watchdog::thread, new ThreadPoolExecutor.DiscardPolicy());

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Watches one call; the end must not block and may come after the call is over. */
    CallWatch watch(Runnable end) {
        return new CallWatch(timer, end);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "microsoft-graph-watchdog");
        thread.setDaemon(true);
        return thread;
    }
}
