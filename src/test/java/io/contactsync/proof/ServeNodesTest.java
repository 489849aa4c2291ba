package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Above;
import io.contactsync.cli.ContactSync;
import io.contactsync.cli.SyncBench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that serve: each tick is one node's, and when one is killed the other goes on. */
class ServeNodesTest {

    private static final ConditionFactory SOON = Awaitility.await().atMost(120, TimeUnit.SECONDS)
            .pollInterval(200, TimeUnit.MILLISECONDS);

    @TempDir
    Path temp;
    private final Map<String, Process> serving = new ConcurrentHashMap<>();

    @AfterEach
    void endAll() {
        serving.values().forEach(Process::destroyForcibly);
    }

    private static Process serve(SyncBench node) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                ContactSync.class.getName(), "serve"));
        node.with("management.port", Integer.toString(freePort()));
        node.settings().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whose turn it is, or was last. */
    private static String whose(Nodes nodes) {
        return nodes.value("select node from contact_sync_turn");
    }

    /** How many turns began and ended. */
    private static long turns(Nodes nodes) {
        return Long.parseLong(nodes.value("select count(*) from contact_sync_past"));
    }

    @Test
    void oneNodeTakesATickAndTheOtherTheNextWhenItDies() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 3); Nodes nodes = new Nodes(bench, temp)) {
            bench.with("schedule.cron", "0/2 * * * * ?").with("sync.mailboxes-in-flight", "1");
            AtomicReference<String> dead = new AtomicReference<>();
            nodes.atBatch(2, () -> {
                dead.set(whose(nodes));
                serving.get(dead.get()).destroyForcibly();
            });
            for (String name : List.of("a", "b")) {
                serving.put(name, serve(nodes.on(name)));
            }
            SOON.until(() -> dead.get() != null);
            String living = dead.get().equals("a") ? "b" : "a";
            long atDeath = turns(nodes);
            SOON.until(() -> turns(nodes) > atDeath + 2); // one turn, its end, and another
            assertThat(whose(nodes)).isEqualTo(living);
            assertThat(serving.get(dead.get()).waitFor()).isEqualTo(128 + 9);
            serving.get(living).destroy();
            assertThat(serving.get(living).waitFor()).isEqualTo(128 + 15);
            bench.sandbox().faults().clear();
            nodes.letPass(living, Customers.SETTLED);
            nodes.goesOn(living);
            assertThat(Above.ours(bench.sandbox())).containsOnly(40L);
        }
    }
}
