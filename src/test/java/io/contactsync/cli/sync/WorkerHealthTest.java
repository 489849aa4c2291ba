package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.run.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What whoever watches a worker learns of it. */
@Timeout(120)
class WorkerHealthTest {

    @TempDir
    Path temp;

    private App worker(SyncBench bench, TcpBroker broker, String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(bench.settings());
        settings.putAll(Map.of("workers.broker", broker.address() + "?consumerWindowSize=0", "workers.name", name,
                "sync.data", temp.resolve(name).toString()));
        settings.putAll(more);
        return App.worker(Configuration.read(Path.of("config", "application.properties"), Path.of("routes"), Map.of(),
                settings));
    }

    private static String said(int port, String path) {
        return RawHttp.said(port, "GET " + path + " HTTP/1.1\nHost: localhost:" + port + "\nConnection: close");
    }

    private static Map<String, String> at(int port, String key, String value) throws IOException {
        return Map.of("management.port", Integer.toString(port), key, value);
    }

    @Test
    void oneThatTheCoordinatorRefusesIsDownAndSaysWhy() throws Exception {
        int strange = FreePort.now();
        int good = FreePort.now();
        try (SyncBench bench = SyncBench.startSmall(temp, 2); TcpBroker broker = TcpBroker.start();
                App refused = worker(bench, broker, "refused", at(strange, "category.name", "Others"))) {
            assertThat(said(strange, "/observe/health")).contains("200 OK");
            CompletableFuture<Result> run = CompletableFuture.supplyAsync(
                    () -> bench.json("--set", "workers.broker=" + broker.address()));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                    () -> said(strange, "/observe/health").contains("503"));
            assertThat(said(strange, "/observe/health")).contains("another version or configuration: the program, ");
            assertThat(said(strange, "/")).contains("Down", "It can do nothing: ", "another version or configuration");
            assertThat(said(strange, "/observe/metrics")).contains("contactsync_worker_refused 1.0");
            try (App fits = worker(bench, broker, "fits", at(good, "workers.user", ""))) {
                assertThat(run.get().exit()).isEqualTo(ExitCode.DONE);
                assertThat(run.get().changes()).containsExactly(2 * 40, 0, 0);
                assertThat(said(good, "/observe/health")).contains("200 OK");
                assertThat(said(good, "/observe/metrics")).contains("contactsync_worker_refused 0.0");
            }
            assertThat(refused.runs().ended().last()).as("it had no part in the run").isNull();
        }
    }
}
