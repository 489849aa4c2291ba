package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Above;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.ExitCode;
import io.contactsync.sandbox.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command line makes of many machines. */
@Timeout(240)
class WorkerCommandTest {

    @TempDir
    Path temp;
    private int port;

    private static String mailbox(SyncBench bench) {
        return bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
    }

    private String said(String path) {
        return RawHttp.said(port, "GET " + path + " HTTP/1.1\nHost: localhost:" + port + "\nConnection: close");
    }

    private App worker(SyncBench bench, String broker) throws Exception {
        return worker(bench, broker, Map.of());
    }

    private App worker(SyncBench bench, String broker, Map<String, String> more) throws Exception {
        port = TcpBroker.port();
        Map<String, String> settings = new HashMap<>(bench.settings());
        settings.putAll(more);
        settings.putAll(Map.of("workers.broker", broker, "workers.name", "second",
                "sync.data", temp.resolve("second").toString(), "management.port", Integer.toString(port)));
        return App.worker(Configuration.read(Path.of("config", "application.properties"), Path.of("routes"), Map.of(),
                settings));
    }

    @Test
    void whatAWorkerDidIsReportedExplainedVerifiedAndUndone() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 3); TcpBroker broker = TcpBroker.start();
                App worker = worker(bench, broker.address() + "?consumerWindowSize=0")) {
            String key = "workers.broker=" + broker.address();
            Result run = bench.json("--set", key);
            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
            assertThat(run.changes()).containsExactly(3 * 40, 0, 0);
            assertThat(bench.words(List.of("audit", "verify")).exit()).isEqualTo(ExitCode.DONE);
            assertThat(said("/")).contains("contact-sync · worker", "; since the start given back: 3 done.")
                    .doesNotContain("Reading the sources", "No run yet", "<h2>Next");
            assertThat(said("/observe/metrics")).contains("contactsync_mailboxes_total",
                    "contactsync_worker_mailboxes_total{result=\"done\"}")
                    .doesNotContain("contactsync_last_success", "camel_exchange_event_notifier");
            Result plan = bench.command("plan", "--json", "--set", key);
            assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(ExitCode.DONE);
            Result why = bench.words(List.of("explain", "--offline", "Alma Adams", mailbox(bench)));
            assertThat(why.out()).as(why.err()).contains("should be there, by the journals", "created");
            bench.letPass(Duration.ofMinutes(16));
            Result undone = bench.command("undo", run.json().path("run").asText(), "--yes", "--json");
            assertThat(undone.exit()).as(undone.out() + undone.err()).isEqualTo(ExitCode.DONE);
            assertThat(Above.ours(bench.sandbox())).allMatch(contacts -> contacts == 0);
        }
        GrammarCheck.all(temp.resolve("second"));
        assertThat(SyncBench.run("status", "--set", "sync.data=" + temp.resolve("second")).out())
                .containsPattern("last runs    \\S+  a part of the coordinator's run \\S+: its results stand there")
                .doesNotContain("has no report");
    }

    @Test
    void theWayToTheBrokerMayBeByTlsAndLogin() throws Exception {
        Path store = temp.resolve("broker.p12");
        TestCertificate.make(store);
        Path password = Files.writeString(temp.resolve("password"), "open sesame");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> login = Map.of("workers.user", "sync", "workers.password-file", password.toString());
        try (SyncBench bench = SyncBench.startSmall(temp, 2);
                TcpBroker broker = TcpBroker.secured(store, "sync", "open sesame");
                App worker = worker(bench, broker.address() + "&consumerWindowSize=0", login)) {
            login.forEach(bench::with);
            Result run = bench.json("--set", "workers.broker=" + broker.address());
            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
            assertThat(run.changes()).containsExactly(2 * 40, 0, 0);
        }
    }

    @Test
    void noPasswordStandsInTheAddressOfTheBroker() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 1)) {
            Result result = bench.command("worker", "--set", "workers.broker=tcp://127.0.0.1:1?user=a&password=secret",
                    "--set", "management.port=" + TcpBroker.port());
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.sentences()).containsExactly("contact-sync: workers.broker must hold no password=: the"
                    + " one of workers.user belongs into the file of workers.password-file");
        }
    }

    @Test
    void aStartNeverWaitsForABrokerWithoutAWord() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 1)) {
            Result result = bench.command("worker", "--set", "workers.broker=failover:(tcp://127.0.0.1:1)?timeout=5000",
                    "--set", "management.port=" + TcpBroker.port());
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.sentences()).containsExactly("contact-sync: workers.broker begins with failover: and must"
                    + " hold startupMaxReconnectAttempts=1: without it a start while the broker is away waits for ever"
                    + " and says nothing");
        }
    }

    @Test
    void aWorkerNeedsABroker() {
        Result result = SyncBench.run("worker");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.sentences()).containsExactly(
                "contact-sync: workers.broker must be set: it says where mailboxes are handed out");
    }
}
