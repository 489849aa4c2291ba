package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.workers.Letter;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who reads the queues: for how long it lies there, and whom it names. */
@Timeout(120)
class BrokerContentsTest {

    private static final long LONG = 30_000;

    @TempDir
    Path temp;

    /** What is done with the first offer of a run. */
    private interface Reader {
        void read(Session session, BytesMessage offer) throws Exception;
    }

    /** A run begins, and ends when somebody has read its first offer. */
    private void reading(SyncBench bench, Reader reader) throws Exception {
        try (TcpBroker broker = TcpBroker.start();
                ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.address());
                Connection connection = factory.createConnection(); Session session = connection.createSession()) {
            connection.start();
            Map<String, String> settings = new HashMap<>(bench.settings());
            settings.putAll(Map.of("workers.broker", broker.address() + "?consumerWindowSize=0",
                    "management.port", Integer.toString(FreePort.now()), "schedule.cron", "0 0 5 1 1 ?"));
            try (App serve = App.start(Configuration.read(Path.of("config", "application.properties"),
                    Path.of("routes"), Map.of(), settings), true)) {
                CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(
                        () -> serve.sync(RunRequest.ordinary()));
                reader.read(session, (BytesMessage) session.createConsumer(
                        session.createQueue("contact-sync.mailboxes")).receive(LONG));
                serve.stop();
                run.get();
            }
        }
    }

    private static void goesAfter(Message message, long millis) throws JMSException {
        assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
        assertThat(message.getJMSExpiration() - message.getJMSTimestamp()).isEqualTo(millis);
    }

    private static byte[] bytes(BytesMessage message) throws JMSException {
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.readBytes(bytes);
        return bytes;
    }

    private static BytesMessage answer(Session session, Offer offer) throws JMSException {
        Queue answers = session.createQueue("answers");
        BytesMessage letter = session.createBytesMessage();
        letter.writeBytes(Letters.of("").write(Letter.of(Letter.Kind.TAKE, "w", offer, "t")));
        letter.setStringProperty("coordinator", offer.coordinator());
        letter.setJMSReplyTo(answers);
        session.createProducer(session.createQueue("contact-sync.letters")).send(letter);
        return (BytesMessage) session.createConsumer(answers).receive(LONG);
    }

    @Test
    void offersAndAnswersAreGoneSoonAndOnNoDisk() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 1)) {
            reading(bench, (session, message) -> {
                goesAfter(message, 60_000);
                Offer offer = new ObjectMapper().readValue(bytes(message), Offer.class);
                BytesMessage answer = answer(session, offer);
                goesAfter(answer, 20_000);
                assertThat(new String(bytes(answer), StandardCharsets.UTF_8)).contains("\"verdict\":\"YES\"");
            });
        }
    }

    @Test
    void withTheSecretNobodyReadsIt() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "s".repeat(40));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        try (SyncBench bench = SyncBench.startSmall(temp, 1).with("workers.secret-file", secret.toString())) {
            reading(bench, (session, message) -> {
                byte[] bytes = bytes(message);
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("mailbox", "print");
                assertThat(Letters.of(secret.toString()).read(bytes, Offer.class).mailbox()).isNotEmpty();
            });
        }
    }
}
