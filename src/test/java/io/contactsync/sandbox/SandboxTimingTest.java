package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.contactsync.sandbox.service.SlowMailboxes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Times are checked from below only: a busy machine may always take longer. */
class SandboxTimingTest {
    private static final Duration TRIP = Duration.ofMillis(500);

    @Test
    void everyExchangePaysItsRoundTripTokensToo() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withNetwork(TRIP))) {
            SandboxClient client = new SandboxClient(sandbox.address());
            assertThat(took(client::signIn)).isGreaterThanOrEqualTo(TRIP);
            assertThat(took(() -> client.get("/users"))).isGreaterThanOrEqualTo(TRIP);
            assertThat(client.post("/users/" + mailbox(sandbox, 0) + "/contacts", "{\"givenName\":\"A\"}").status())
                    .as("with a body").isEqualTo(201);
        }
    }

    @Test
    void aSlowMailboxIsOvertakenByTheOthers() {
        SlowMailboxes slow = new SlowMailboxes(50, Duration.ofHours(1));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withSlowMailboxes(slow))) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            CompletableFuture<SandboxClient.Answer> late =
                    client.sendLater("GET", "/users/" + chosen(sandbox, slow, true) + "/contacts", null);
            assertThat(client.get("/users/" + chosen(sandbox, slow, false) + "/contacts").status()).isEqualTo(200);
            await().until(() -> sandbox.requests() == 2);
            assertThat(late.isDone()).isFalse();
            sandbox.letPass(Duration.ofHours(1));
            assertThat(late.join().status()).isEqualTo(200);
        }
    }

    private static Duration took(Runnable exchange) {
        long began = System.nanoTime();
        exchange.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String chosen(Sandbox sandbox, SlowMailboxes slow, boolean included) {
        return sandbox.tenant().mailboxes().stream().filter(id -> slow.include(id) == included).findFirst()
                .orElseThrow();
    }

    private static String mailbox(Sandbox sandbox, int number) {
        return sandbox.tenant().mailboxes().stream().skip(number).findFirst().orElseThrow();
    }
}
