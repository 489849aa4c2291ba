package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of two nodes is killed with SIGKILL at any request of a run, and the other one takes over. {@code
 * -Dproof.ha-kills=100 -Dproof.seed=7} kills as many by another seed.
 */
class HaKillTest {

    private static final int KILLS = Integer.getInteger("proof.ha-kills", 1);
    private static final long SEED = Long.getLong("proof.seed", 1);

    @TempDir
    Path temp;

    @Test
    void aNodeThatIsKilledAnywhereIsMadeGoodByTheOther() throws Exception {
        Random random = new Random(SEED);
        int killed = 0;
        try (Customers customers = new Customers(temp); Nodes nodes = new Nodes(customers.bench(), temp)) {
            nodes.goesOn("a");
            for (int kill = 1; kill <= KILLS; kill++) {
                String dies = kill % 2 == 0 ? "a" : "b";
                customers.work(kill);
                nodes.on(dies);
                killed += KillTest.run(customers, random.nextInt(KillTest.REQUESTS), random.nextInt(20)) ? 1 : 0;
                nodes.leaseRunsOut();
                nodes.goesOn(dies.equals("a") ? "b" : "a");
                customers.allAreThereOnce();
            }
        }
        System.out.println("seed=" + SEED + " runs=" + KILLS + " killed=" + killed);
        assertThat(killed).isGreaterThanOrEqualTo((KILLS + 1) / 2);
    }
}
