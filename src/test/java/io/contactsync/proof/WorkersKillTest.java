package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A coordinator, two workers and a broker, each a process: in each run one of them is killed with SIGKILL at another
 * request. What they were at is made good by later runs, with nothing there twice. {@code -Dproof.worker-kills=60
 * -Dproof.seed=7} kills as many by another seed, {@code -Dproof.victims=broker}
 * nobody else; it takes some 20 s each.
 */
@EnabledIfSystemProperty(named = "proof.worker-kills", matches = "[1-9]\\d*")
class WorkersKillTest {

    private static final int KILLS = Integer.getInteger("proof.worker-kills", 0);
    private static final long SEED = Long.getLong("proof.seed", 1);
    private static final String[] VICTIMS = System.getProperty("proof.victims",
            "one,two,one,two,one,two,one,two,one,two,broker,coordinator").split(",");
    private static final int ROUND = 4;
    private static final int REQUESTS = 90;
    private static final long MOST_MINUTES = 3;

    @TempDir
    Path temp;

    @Test
    void whoeverIsKilledNothingIsDoneTwiceAndNothingIsLost() throws Exception {
        Random random = new Random(SEED);
        Map<String, Integer> killed = new TreeMap<>();
        System.out.println("seed=" + SEED + " runs=" + KILLS);
        try (Customers customers = new Customers(temp); Machines machines = new Machines(customers, temp)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                customers.work(kill);
                machines.start();
                String victim = VICTIMS[random.nextInt(VICTIMS.length)];
                if (run(customers, machines, victim, random.nextInt(REQUESTS))) {
                    killed.merge(victim, 1, Integer::sum);
                }
                TimeUnit.SECONDS.sleep(Machines.LEASE_SECONDS + 1L); // what the settle time would have taken
                customers.bench().letPass(Customers.SETTLED);
                if (kill % ROUND == 0 || kill == KILLS) {
                    customers.converge();
                    System.out.println("after " + kill + " runs: all as it should be; killed " + killed);
                }
            }
        }
        assertThat(killed.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(KILLS / 2);
    }

    /** Whether the victim was killed before the run came to its end. */
    private static boolean run(Customers customers, Machines machines, String victim, int request) throws Exception {
        AtomicInteger seen = new AtomicInteger();
        Process coordinator = machines.run().start();
        customers.bench().sandbox().faults().when(any -> {
            if (seen.getAndIncrement() == request) {
                kill(machines, victim, coordinator);
            }
            return false;
        }).drop();
        boolean ended = coordinator.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        customers.bench().sandbox().faults().clear();
        assertThat(ended).as("the run comes to its end").isTrue();
        return seen.get() > request;
    }

    private static void kill(Machines machines, String victim, Process coordinator) {
        new Thread(() -> {
            try {
                if (victim.equals("coordinator")) {
                    coordinator.destroyForcibly();
                    return;
                }
                machines.kill(victim);
                machines.start();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }).start();
    }
}
