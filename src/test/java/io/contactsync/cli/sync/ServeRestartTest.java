package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunRequest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart of serve makes nothing good: it knows how the last run ended. */
class ServeRestartTest {

    @TempDir
    Path temp;

    @Test
    void healthAndPageKnowTheRunBeforeTheRestart() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp).with("schedule.cron", "0 0 5 1 1 ?")) {
            assertThat(bench.sync("--set", "source.graph-contacts.mailboxes=00000000-0000-0000-0000-000000000000",
                    "--set", "targets.from=group", "--set",
                    "targets.group=00000000-0000-0000-0000-000000000000").exit()).isEqualTo(1);
            int port = FreePort.now();
            try (App app = App.start(configuration(bench, port), true)) {
                HttpResponse<String> health = get(port, "/observe/health");
                assertThat(health.statusCode()).isEqualTo(503);
                assertThat(health.body()).contains("see the report of the run");
                assertThat(get(port, "/").body()).contains("Down", "The last run failed at");
                assertThat(app.sync(RunRequest.ordinary()).exit()).isZero();
                assertThat(bench.command("check", "--set", "management.port=" + port).out())
                        .contains("ok          management       127.0.0.1:" + port + " is in use by a serve that runs");
                assertThat(get(port, "/observe/health").statusCode()).isEqualTo(200);
                assertThat(get(port, "/").body()).contains("The last run did not fail.");
            }
        }
    }

    @Test
    void aRunThatCannotBeginIsMissedAndToldOnce() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        });
        hook.start();
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            assertThat(bench.sync().exit()).isZero();
            bench.with("category.name", "Staff").with("schedule.cron", "* * * * * ?")
                    .with("notify.webhook", "http://127.0.0.1:" + hook.getAddress().getPort() + "/");
            int port = FreePort.now();
            try (App app = App.start(configuration(bench, port), true)) {
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !told.isEmpty());
                HttpResponse<String> health = get(port, "/observe/health");
                assertThat(health.statusCode()).isEqualTo(503);
                assertThat(health.body()).contains("category.name is not what it was in the runs before");
            }
            assertThat(told).singleElement().asString().contains("failure");
        } finally {
            hook.stop(0);
        }
    }

    @Test
    void aRunThatIsStoppedWhileSourcesAreReadHasNotFailed() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp).with("schedule.cron", "0 0 5 1 1 ?")) {
            AtomicReference<App> running = new AtomicReference<>();
            bench.sandbox().faults().when(request -> {
                if (running.get() != null && request.target().contains("/contacts")) {
                    running.get().stop();
                    return true;
                }
                return false;
            }).times(Integer.MAX_VALUE).refuse(503);
            int port = FreePort.now();
            try (App app = App.start(configuration(bench, port), true)) {
                running.set(app);
                assertThat(app.sync(RunRequest.ordinary()).exit()).isEqualTo(ExitCode.PARTLY);
                assertThat(get(port, "/observe/health").statusCode()).isEqualTo(200);
            }
            assertThat(bench.report().problems())
                    .endsWith("stopped before a mailbox was begun: nothing was changed");
            assertThat(bench.journal("intent")).isEmpty();
        }
    }

    private static Configuration configuration(SyncBench bench, int port) {
        Map<String, String> settings = new HashMap<>(bench.settings());
        settings.put("management.port", Integer.toString(port));
        return Configuration.read(Path.of("config", "application.properties"), Path.of("routes"), Map.of(), settings);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
