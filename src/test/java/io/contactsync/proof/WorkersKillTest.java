package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.ExitCode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A coordinator, two workers and a broker, each a process: they are killed with SIGKILL at other requests in each run.
 * What they were at is made good by later runs, with nothing there twice. {@code -Dproof.worker-kills=60
 * -Dproof.seed=7} kills as many by another seed, {@code -Dproof.victims=broker} nobody else; it takes some 30 s each.
 * {@code -Dproof.mailboxes=400 -Dproof.contacts=500 -Dproof.in-flight=16 -Dproof.kills-a-run=5} is the large one.
 */
@EnabledIfSystemProperty(named = "proof.worker-kills", matches = "[1-9]\\d*")
class WorkersKillTest {

    private static final int KILLS = Integer.getInteger("proof.worker-kills", 0);
    private static final long SEED = Long.getLong("proof.seed", 1);
    private static final int MAILBOXES = Integer.getInteger("proof.mailboxes", 5);
    private static final int CONTACTS = Integer.getInteger("proof.contacts", 40);
    private static final int A_RUN = Integer.getInteger("proof.kills-a-run", 1);
    private static final String[] VICTIMS = System.getProperty("proof.victims",
            "one,two,one,two,one,two,one,two,one,two,broker,coordinator").split(",");
    private static final int ROUND = 4;
    private static final int BATCH = 20;
    private static final long MOST_MINUTES = 15;

    @TempDir
    Path temp;
    private final Random random = new Random(SEED);
    private volatile boolean isRead;
    private final Map<String, Integer> killed = new TreeMap<>();

    @Test
    void whoeverIsKilledNothingIsDoneTwiceAndNothingIsLost() throws Exception {
        System.out.println("seed=" + SEED + " kills=" + KILLS + " mailboxes=" + MAILBOXES + " contacts=" + CONTACTS);
        Deque<String> victims = victims();
        try (Customers customers = new Customers(temp, MAILBOXES, CONTACTS);
                Machines machines = new Machines(customers, temp)) {
            for (int run = 1; !victims.isEmpty(); run++) {
                customers.work(run);
                machines.start();
                run(customers, machines, victims, run == 1 ? CONTACTS / BATCH + 3 : 3);
                TimeUnit.SECONDS.sleep(Machines.LEASE_SECONDS + 1L); // what the settle time would have taken
                customers.bench().letPass(Customers.SETTLED);
                if (run % ROUND == 0 || victims.isEmpty()) {
                    customers.converge();
                    System.out.println("after " + run + " runs: all as it should be; killed " + killed);
                }
            }
        }
        assertThat(killed.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(KILLS);
    }

    private Deque<String> victims() {
        List<String> all = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            all.add(VICTIMS[kill % VICTIMS.length]);
        }
        Collections.shuffle(all, random);
        return new ArrayDeque<>(all);
    }

    /** Kills the next of them at requests of this run, of which there are about that many a mailbox. */
    private void run(Customers customers, Machines machines, Deque<String> victims, int requests) throws Exception {
        ConcurrentSkipListSet<Integer> at = new ConcurrentSkipListSet<>();
        for (int kill = 0; kill < A_RUN; kill++) {
            at.add(random.nextInt(requests * MAILBOXES));
        }
        AtomicInteger seen = new AtomicInteger();
        Process coordinator = machines.run().start();
        customers.bench().sandbox().faults().when(any -> {
            if (at.remove(seen.getAndIncrement())) {
                new Thread(() -> kill(machines, victims, coordinator)).start();
            }
            return false;
        }).drop();
        boolean ended = coordinator.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        customers.bench().sandbox().faults().clear();
        assertThat(ended).as("the run comes to its end").isTrue();
        isRead |= List.of(ExitCode.DONE, ExitCode.PARTLY).contains(coordinator.exitValue());
    }

    /**
     * Whoever is next, a coordinator only once a run has come to its end: before that nothing is known that a reading
     * could be compared with, and a guard holds the deletions of what comes next.
     */
    private String next(Deque<String> victims) {
        String victim = victims.stream().filter(each -> isRead || !each.equals("coordinator")).findFirst().orElse("");
        victims.remove(victim);
        return victim;
    }

    private synchronized void kill(Machines machines, Deque<String> victims, Process coordinator) {
        String victim = coordinator.isAlive() ? next(victims) : "";
        if (victim.isEmpty()) {
            return;
        }
        try {
            if (victim.equals("coordinator")) {
                coordinator.destroyForcibly().waitFor();
            } else {
                machines.kill(victim);
                machines.start();
            }
            killed.merge(victim, 1, Integer::sum);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
