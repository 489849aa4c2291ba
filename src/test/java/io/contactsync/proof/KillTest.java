package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs in processes of their own that are killed with SIGKILL, each at another request and so many milliseconds after
 * it. What they were at is made good by later runs, with nothing there twice. {@code -Dproof.kills=200
 * -Dproof.seed=7} kills as many by another seed.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("proof.kills", 4);
    private static final long SEED = Long.getLong("proof.seed", 1);
    /** After so many kills it is looked whether all is well. */
    private static final int ROUND = 4;
    /** Requests of a run with work to do, those inside batches counted too. */
    static final int REQUESTS = 110;
    private static final int KILLED = 128 + 9;

    @TempDir
    Path temp;

    @Test
    void aRunThatIsKilledAnywhereIsMadeGoodByTheNextOnes() throws Exception {
        Random random = new Random(SEED);
        int killed = 0;
        try (Customers customers = new Customers(temp)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                customers.work(kill);
                killed += run(customers, random.nextInt(REQUESTS), random.nextInt(20)) ? 1 : 0;
                customers.bench().letPass(Customers.SETTLED);
                if (kill % ROUND == 0 || kill == KILLS) {
                    customers.converge();
                }
            }
        }
        System.out.println("seed=" + SEED + " runs=" + KILLS + " killed=" + killed);
        assertThat(killed).isGreaterThan(KILLS / 2);
    }

    /** Whether it was killed, and did not come to its end before. */
    static boolean run(Customers customers, int request, int millis) throws IOException, InterruptedException {
        AtomicInteger seen = new AtomicInteger();
        Process process = customers.run().start();
        customers.bench().sandbox().faults().when(any -> {
            if (seen.getAndIncrement() == request) {
                kill(process, millis);
            }
            return false;
        }).drop();
        int exit = process.waitFor();
        customers.bench().sandbox().faults().clear();
        return exit == KILLED;
    }

    private static void kill(Process process, int millis) {
        Thread killer = new Thread(() -> {
            try {
                process.waitFor(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        });
        killer.start();
    }
}
