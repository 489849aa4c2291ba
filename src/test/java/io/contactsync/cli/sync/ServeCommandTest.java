package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.app.RunHealth;
import io.contactsync.journal.JournalException;
import io.contactsync.run.LastRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What serve promises to those who watch it. */
class ServeCommandTest {

    @TempDir
    Path temp;

    @Test
    void anOccupiedPortEndsServeBeforeItsScheduleBegins() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp);
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result result = bench.command("serve", "--set", "management.port=" + other.getLocalPort(), "--set",
                    "schedule.cron=* * * * * ?");
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.sentences()).singleElement().asString()
                    .startsWith(
                            "contact-sync: management.port: " + other.getLocalPort() + " of 127.0.0.1 cannot be opened")
                    .contains("set management.port to a free port");
            assertThat(result.err()).doesNotContain("waiting for");
            assertThat(bench.journals()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "no.such.host.invalid"})
    void anAddressThatIsNotOursEndsServe(String host) {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            Result result = bench.command("serve", "--set", "management.host=" + host);
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.sentences()).singleElement().asString()
                    .contains("management.host: '" + host + "' is no address of this machine");
        }
    }

    @Test
    void healthIsDownAfterAFailedRunUntilOneSucceeds() {
        AtomicReference<LastRun> last = new AtomicReference<>();
        RunHealth health = RunHealth.of(last::get);
        health.setCamelContext(new DefaultCamelContext());
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
        last.set(new LastRun(Instant.EPOCH, 1, "no token"));
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.call().getMessage()).hasValueSatisfying(message -> assertThat(message).contains("no token"));
        for (int exit : new int[] {0, 3, 4}) {
            last.set(new LastRun(Instant.EPOCH, exit, "something"));
            assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void healthIsDownWhileTheDatabaseOfTheNodesIsAway() {
        AtomicReference<JournalException> away = new AtomicReference<>();
        RunHealth health = RunHealth.ofDatabase("database", () -> {
            if (away.get() != null) {
                throw away.get();
            }
            return "somebody";
        });
        health.setCamelContext(new DefaultCamelContext());
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
        away.set(new JournalException("the database of cluster.database cannot be used", new IOException("gone")));
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.call().getMessage()).hasValueSatisfying(message -> assertThat(message)
                .startsWith("no run begins: the database of cluster.database cannot be used"));
    }
}
