package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.sync.TcpBroker;
import io.contactsync.run.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who ends lets go of the broker. */
@Timeout(120)
class BrokerEndTest {

    @TempDir
    Path temp;
    private Path file;
    private SyncBench bench;
    private TcpBroker broker;

    @BeforeEach
    void start() throws Exception {
        bench = SyncBench.startSmall(temp, 1);
        broker = TcpBroker.start();
        file = Files.copy(Path.of("config", "application.properties"), temp.resolve("mine.properties"));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        bench.close();
    }

    private Configuration configuration(Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(bench.settings());
        settings.putAll(Map.of("workers.broker", broker.address() + "?consumerWindowSize=0", "workers.name", "one",
                "sync.data", temp.resolve("one").toString(),
                "management.port", Integer.toString(FreePort.now())));
        settings.putAll(more);
        return Configuration.read(file, Path.of("routes"), Map.of(), settings);
    }

    private int connections() {
        return broker.broker().getActiveMQServer().getConnectionCount();
    }

    private void assertNoConnection() {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(connections()).isZero());
    }

    @Test
    void aWorkerThatHasWorkedLeavesNoConnection() throws Exception {
        try (App ignored = App.worker(configuration(Map.of()))) {
            assertThat(bench.command("sync", "--set", "workers.broker=" + broker.address()).exit())
                    .isEqualTo(ExitCode.DONE);
            assertThat(connections()).isPositive();
        }
        assertNoConnection();
    }

    private void assertFailsAndLetsGo(Map<String, String> more, String why) {
        assertThatThrownBy(() -> App.worker(configuration(more))).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(why);
        assertNoConnection();
    }

    @Test
    void aStartThatIsRefusedLeavesNoConnection() {
        assertFailsAndLetsGo(Map.of("targets.from", "nobody"), "targets.from must be one of");
    }

    @Test
    void aStartThatFailsHalfwayLeavesNoConnection() throws Exception {
        Files.writeString(Files.createDirectories(temp.resolve("mine/sync")).resolve("second.camel.yaml"), """
                - route:
                    id: second
                    from:
                      uri: direct:contact-sync-sync-mailbox
                      steps:
                        - stop: {}
                """);
        assertFailsAndLetsGo(Map.of(), "Failed to start route: second");
    }
}
