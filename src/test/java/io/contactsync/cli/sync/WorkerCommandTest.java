package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Above;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.ExitCode;
import java.nio.file.Path;
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

    private App worker(SyncBench bench, String broker) throws Exception {
        Map<String, String> settings = new HashMap<>(bench.settings());
        settings.putAll(Map.of("workers.broker", broker, "workers.name", "second",
                "sync.data", temp.resolve("second").toString(), "management.port", Integer.toString(TcpBroker.port())));
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
            Result plan = bench.command("plan", "--json", "--set", key);
            assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(ExitCode.DONE);
            bench.letPass(Duration.ofMinutes(16));
            Result undone = bench.command("undo", run.json().path("run").asText(), "--yes", "--json");
            assertThat(undone.exit()).as(undone.out() + undone.err()).isEqualTo(ExitCode.DONE);
            assertThat(Above.ours(bench.sandbox())).allMatch(contacts -> contacts == 0);
        }
        GrammarCheck.all(temp.resolve("second"));
    }

    @Test
    void aWorkerNeedsABroker() {
        Result result = SyncBench.run("worker");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.sentences()).containsExactly(
                "contact-sync: workers.broker must be set: it says where mailboxes are handed out");
    }
}
