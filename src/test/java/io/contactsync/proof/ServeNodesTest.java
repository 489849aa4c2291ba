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

    /** Which turn it is, and whose. */
    private static String turn(Nodes nodes) {
        return nodes.value("select max(token) || ' ' || max(node) from contact_sync_turn");
    }

    @Test
    void oneNodeTakesATickAndTheOtherTheNextWhenItDies() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 3); Nodes nodes = new Nodes(bench, temp)) {
            bench.with("schedule.cron", "0/2 * * * * ?").with("sync.mailboxes-in-flight", "1");
            AtomicReference<String> dead = new AtomicReference<>();
            nodes.atBatch(2, () -> {
                dead.set(turn(nodes).split(" ")[1]);
                serving.get(dead.get()).destroyForcibly();
            });
            for (String name : List.of("a", "b")) {
                serving.put(name, serve(nodes.on(name)));
            }
            SOON.until(() -> dead.get() != null);
            String living = dead.get().equals("a") ? "b" : "a";
            long first = Long.parseLong(turn(nodes).split(" ")[0]);
            for (int next = 1; next <= 2; next++) {
                long after = first + next;
                SOON.until(() -> Long.parseLong(turn(nodes).split(" ")[0]) > after);
            }
            assertThat(turn(nodes)).endsWith(" " + living);
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
