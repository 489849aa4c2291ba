package io.contactsync.sandbox.service;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Runs things later on the event loop, exact to a millisecond; what falls due together shares one timer. Used by one
 * thread.
 */
public final class Delays {
    private final Vertx vertx;
    private final LongSupplier nanos;
    private final Map<Long, List<Runnable>> due = new HashMap<>();

    /** @param nanos a clock that only goes forward */
    public Delays(Vertx vertx, LongSupplier nanos) {
        this.vertx = vertx;
        this.nanos = nanos;
    }

    /** The clock in milliseconds. */
    long now() {
        return nanos.getAsLong() / 1_000_000;
    }

    void after(long millis, Runnable task) {
        if (millis == 0) {
            task.run();
            return;
        }
        long when = now() + millis;
        List<Runnable> tasks = due.get(when);
        if (tasks == null) {
            tasks = new ArrayList<>();
            due.put(when, tasks);
            vertx.setTimer(millis, any -> run(when));
        }
        tasks.add(task);
    }

    /**
     * Runs what is due by a clock that was put forward, before its timers notice, and what that brings about in turn.
     */
    public void catchUp() {
        for (Long first = firstDue(); first != null; first = firstDue()) {
            run(first);
        }
    }

    private Long firstDue() {
        return due.keySet().stream().filter(when -> when <= now()).min(Long::compare).orElse(null);
    }

    private void run(long when) {
        List<Runnable> tasks = due.remove(when);
        if (tasks != null) {
            tasks.forEach(Runnable::run);
        }
    }
}
