package io.contactsync.schema;

import io.contactsync.sandbox.service.Exchange;
import io.contactsync.sandbox.service.ExchangeObserver;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Hands every exchange of every sandbox in the tests to one {@link SchemaCheck}, on a thread of its own. */
public final class SchemaWatch implements ExchangeObserver {
    /** Exchanges that may wait; a page of contacts has a megabyte. */
    private static final int MOST_WAITING = 100;
    private static final SchemaCheck CHECK = new SchemaCheck();
    private static final ExecutorService WORKER = worker();

    @Override
    public void seen(Exchange exchange) {
        WORKER.execute(() -> look(exchange));
    }

    /** A check that breaks has found something too, or nobody would notice. */
    private static void look(Exchange exchange) {
        try {
            CHECK.look(exchange);
        } catch (RuntimeException broken) {
            CHECK.broke(exchange, broken);
        }
    }

    /** What was found since it was last asked for, everything seen so far included. */
    static List<String> takeFindings() {
        return ask(CHECK::takeFindings);
    }

    /** Requests so far that the program made: what says that its User-Agent is still known. */
    public static long requestsOfTheProgram() {
        return ask(CHECK::requestsOfTheProgram);
    }

    static String summary() {
        return ask(CHECK::summary);
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return WORKER.submit(question).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExecutorService worker() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
            Thread thread = new Thread(task, "schema-watch");
            thread.setDaemon(true);
            return thread;
        }, (task, executor) -> enqueue(executor.getQueue(), task));
    }

    private static void enqueue(BlockingQueue<Runnable> queue, Runnable task) {
        try {
            queue.put(task);
        } catch (InterruptedException e) {
            throw new RejectedExecutionException(e);
        }
    }
}
