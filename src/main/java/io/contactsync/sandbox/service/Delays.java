package io.contactsync.sandbox.service;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs things later on the event loop, exact to a millisecond; what falls due together shares one timer. Used by one thread. */
public final class Delays {
    private final Vertx vertx;
    private final Map<Long, List<Runnable>> due = new HashMap<>();

    public Delays(Vertx vertx) {
        this.vertx = vertx;
    }

    void after(Duration delay, Runnable task) {
        after(delay.toMillis(), task);
    }

    void after(long millis, Runnable task) {
        if (millis == 0) {
            task.run();
            return;
        }
        long when = System.nanoTime() / 1_000_000 + millis;
        List<Runnable> tasks = due.get(when);
        if (tasks == null) {
            tasks = new ArrayList<>();
            due.put(when, tasks);
            vertx.setTimer(millis, any -> due.remove(when).forEach(Runnable::run));
        }
        tasks.add(task);
    }
}
