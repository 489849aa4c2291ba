package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.ContactSync;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.store.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    private static final int REQUESTS = 110;
    /** So few that those of a round together are nothing that a guard would hold. */
    private static final int COME_AND_GO = 2;
    private static final int CHANGED = 8;
    private static final Duration SETTLED = Duration.ofMinutes(16);

    @TempDir
    Path temp;

    @Test
    void aRunThatIsKilledAnywhereIsMadeGoodByTheNextOnes() throws Exception {
        Random random = new Random(SEED);
        int killed = 0;
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            bench.json();
            for (int kill = 1; kill <= KILLS; kill++) {
                work(bench, kill);
                killed += run(bench, random.nextInt(REQUESTS), random.nextInt(20)) ? 1 : 0;
                bench.letPass(SETTLED);
                if (kill % ROUND == 0 || kill == KILLS) {
                    converges(bench);
                }
            }
        }
        System.out.println("seed=" + SEED + " runs=" + KILLS + " killed=" + killed);
        assertThat(killed).isGreaterThan(KILLS / 2);
    }

    /** Some of the customers come, some go, some have a new number. */
    private static void work(SyncBench bench, int day) {
        Tenant tenant = bench.sandbox().tenant();
        String central = bench.sandbox().address().centralMailbox();
        List<String> ids = new ArrayList<>(defaultFolder(bench, central));
        for (int i = 0; i < CHANGED; i++) {
            tenant.changeContact(central, ids.get(COME_AND_GO + i), "{\"businessPhones\":[\"202-555-0"
                    + (100 + day % 100) + "\"]}");
        }
        for (int i = 0; i < COME_AND_GO; i++) {
            tenant.deleteContact(central, ids.get(i));
            tenant.createContact(central, "{\"givenName\":\"Ann " + day + "\",\"surname\":\"Other " + i + "\"}");
        }
    }

    private static List<String> defaultFolder(SyncBench bench, String mailbox) {
        return new GraphClient(bench.sandbox().address()).list("/users/" + mailbox + "/contacts?$select=id&$top=500")
                .stream().map(contact -> contact.path("id").asText()).toList();
    }

    /** Whether it was killed, and did not come to its end before. */
    private static boolean run(SyncBench bench, int request, int millis) throws IOException, InterruptedException {
        AtomicInteger seen = new AtomicInteger();
        Process process = new ProcessBuilder(command(bench)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        bench.sandbox().faults().when(any -> {
            if (seen.getAndIncrement() == request) {
                kill(process, millis);
            }
            return false;
        }).drop();
        int exit = process.waitFor();
        bench.sandbox().faults().clear();
        return exit == 128 + 9;
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

    private static List<String> command(SyncBench bench) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                ContactSync.class.getName(), "sync", "--json"));
        bench.settings().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return command;
    }

    private static void converges(SyncBench bench) {
        bench.json();
        bench.letPass(SETTLED);
        Result settled = bench.json();
        assertThat(settled.exit()).as(settled.out() + settled.err()).isZero();
        long writes = bench.writes();
        Result last = bench.json();
        assertThat(last.exit()).as(last.out() + last.err()).isZero();
        assertThat(bench.writes()).as("writes of the run after that").isEqualTo(writes);
        GraphClient graph = new GraphClient(bench.sandbox().address());
        Set<String> targets = bench.targets(graph);
        int customers = defaultFolder(bench, bench.sandbox().address().centralMailbox()).size();
        for (String mailbox : targets) {
            assertThat(graph.managed(mailbox).stream().map((JsonNode contact) -> GraphClient.key(contact)))
                    .hasSize(customers).doesNotHaveDuplicates();
        }
    }
}
