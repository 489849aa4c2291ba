package io.contactsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.contactsync.cli.FreePort;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution serves two tenants; log and metrics say of which one they speak. */
@DisabledOnOs(OS.WINDOWS)
class ServedTenantsTest {

    @TempDir
    Path temp;

    @Test
    void logAndMetricsNameTheTenant() throws Exception {
        int port = FreePort.now();
        Path log = temp.resolve("log");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(2))) {
            tenant(sandbox, "alpha", Map.of());
            tenant(sandbox, "beta", Map.of("graph.client-secret", "wrong", "sync.instance", "beta"));
            Process serve = serve(port, log);
            try {
                await().atMost(Duration.ofMinutes(5)).until(() -> !serve.isAlive() || Files.readString(log)
                        .contains("tenant=alpha run="));
                assertThat(serve.isAlive()).as(Files.readString(log)).isTrue();
                assertThat(get(port, "/observe/metrics")).contains(
                        "contactsync_changes_total{kind=\"create\",result=\"applied\",tenant=\"alpha\"} 80.0",
                        "contactsync_last_success_timestamp_seconds{tenant=\"beta\"} 0.0",
                        "contactsync_graph_throttled_total{tenant=\"alpha\"} 0.0");
            } finally {
                serve.destroy();
            }
            assertThat(serve.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(serve.exitValue()).isEqualTo(128 + 15);
            assertThat(Files.readString(log)).contains("contact-sync: serving 2 tenants; page: http://127.0.0.1:")
                    .containsPattern("tenant=alpha run=\\S+ exit=0").doesNotContain("\tat ");
        }
    }

    private Process serve(int port, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Distribution.folder().resolve("bin/contact-sync").toString(),
                "serve", "--tenants", temp.toString(), "--set", "management.port=" + port, "--set",
                "schedule.cron=*/5 * * * * ?");
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "CONTACT_SYNC_JAVA_OPTS",
                "-Xmx512m -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temp));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void tenant(Sandbox sandbox, String name, Map<String, String> keys) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(new SandboxAccess(sandbox.address()).synchronisation());
        all.put("sync.data", temp.resolve("data-" + name).toString());
        all.put("sync.sources", "graph-contacts");
        all.putAll(keys);
        Files.write(temp.resolve(name + ".properties"),
                all.entrySet().stream().map(key -> key.getKey() + " = " + key.getValue()).toList());
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
