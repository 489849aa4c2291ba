package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.sync.TcpBroker;
import io.contactsync.run.SetClock;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the broker is reached is known, and said after a while. */
class BrokerWatchTest {

    @TempDir
    Path temp;

    @Test
    void healthIsDownAfterAMinuteWithoutBroker() {
        AtomicLong millis = new AtomicLong();
        SetClock clock = new SetClock(Instant.parse("2026-11-27T03:00:00Z"), millis::get);
        BrokerWatch watch = new BrokerWatch("tcp://b", clock);
        RunHealth health = RunHealth.ofWorkers("workers", watch, least -> "");
        health.setCamelContext(new DefaultCamelContext());
        watch.away(new IOException("refused"));
        millis.addAndGet(Duration.ofSeconds(59).toMillis());
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
        millis.addAndGet(Duration.ofSeconds(2).toMillis());
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.call().getMessage()).contains("the broker tcp://b is not reached for 61 s (refused)");
        watch.reached();
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
    }

    /** As ActiveMQ Classic has one. */
    public interface Listener {
        void transportInterupted();

        void transportResumed();
    }

    /** As that of ActiveMQ Classic for failover: it gives connections before there is one. */
    public static final class Failing extends ActiveMQConnectionFactory {

        private static final long serialVersionUID = 1L;
        private transient Listener listener;

        public void setTransportListener(Listener listener) {
            this.listener = listener;
        }

        @Override
        public Connection createConnection() {
            return null;
        }
    }

    @Test
    void aClientThatFailsOverSaysItselfWhenItIsConnected() throws Exception {
        AtomicLong millis = new AtomicLong();
        BrokerWatch watch = new BrokerWatch("failover:(tcp://b)", new SetClock(Instant.EPOCH, millis::get));
        try (Failing client = new Failing()) {
            ConnectionFactory watched = (ConnectionFactory) watch.over(client);
            assertThat(watch.trouble(Duration.ZERO)).as("nobody has tried").isEmpty();
            watched.createConnection();
            millis.addAndGet(61_000);
            assertThat(watch.trouble(BrokerWatch.LONG)).isEqualTo(
                    "the broker failover:(tcp://b) is not reached for 61 s (it has not answered yet)");
            client.listener.transportResumed();
            assertThat(watch.trouble(Duration.ZERO)).isEmpty();
            client.listener.transportInterupted();
            millis.addAndGet(2_000);
            assertThat(watch.trouble(Duration.ZERO)).endsWith("is not reached for 2 s (the connection broke)");
            assertThat(client.listener).hasToString(watch.toString());
            client.listener.transportResumed();
            assertThat(watch.trouble(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void healthIsDownWhileNoWorkerIsHeard() {
        BrokerWatch watch = new BrokerWatch("tcp://b", new SetClock(Instant.EPOCH, () -> 0));
        RunHealth health = RunHealth.ofWorkers("workers", watch, least -> "no worker has been heard for "
                + least.toSeconds() + " s");
        health.setCamelContext(new DefaultCamelContext());
        assertThat(health.call().getMessage()).contains("no worker has been heard for 60 s");
    }

    @Test
    void aWorkerNoticesThatItsBrokerIsAwayAndThatItIsThereAgain() throws Exception {
        String address = "tcp://127.0.0.1:" + FreePort.now();
        try (SyncBench bench = SyncBench.startSmall(temp, 1)) {
            Map<String, String> settings = new HashMap<>(bench.settings());
            settings.putAll(Map.of("workers.broker", address + "?consumerWindowSize=0",
                    "management.port", Integer.toString(FreePort.now())));
            try (App worker = App.worker(Configuration.read(Path.of("config", "application.properties"),
                    Path.of("routes"), Map.of(), settings))) {
                BrokerWatch watch = worker.bean(BrokerWatch.NAME, BrokerWatch.class);
                Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        watch.trouble(Duration.ZERO)).startsWith("the broker " + address + " is not reached for "));
                try (TcpBroker broker = TcpBroker.start(address)) {
                    assertThat(broker.address()).isEqualTo(address);
                    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() ->
                            watch.trouble(Duration.ZERO).isEmpty());
                }
            }
        }
    }
}
