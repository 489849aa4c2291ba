package io.contactsync.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that share tasks. */
final class Crew {

    private Crew() {
    }

    /** @return the sum of what the tasks came to */
    static long work(int workers, List<Callable<Long>> tasks) {
        ExecutorService crew = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Long>> all = new ArrayList<>();
            tasks.forEach(task -> all.add(crew.submit(task)));
            long sum = 0;
            for (Future<Long> each : all) {
                sum += each.get();
            }
            return sum;
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            crew.shutdownNow();
        }
    }
}
