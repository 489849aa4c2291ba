package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxThrottleTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(300)));
    private final SandboxClient client = new SandboxClient(sandbox.address()).signIn();
    private final List<String> mailboxes = List.copyOf(sandbox.tenant().mailboxes());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void fourAtATimeAreServedAndTheFifthIsRefusedUntilItsTimeIsUp() {
        List<CompletableFuture<SandboxClient.Answer>> four = fourUnderWay();
        SandboxClient.Answer refused = client.get(contacts(0));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("ApplicationThrottled");
        assertThat(refused.message()).isEqualTo("Application is over its MailboxConcurrency limit.");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(client.get(contacts(1)).status()).as("another mailbox").isEqualTo(200);
        assertThat(all(four)).allMatch(each -> each.status() == 200);
        await().atMost(Duration.ofSeconds(10)).until(() -> client.get(contacts(0)).status() == 200);
        assertThat(sandbox.throttled()).isPositive();
    }

    @Test
    void oneBatchFitsAndTwoForOneMailboxDoNot() {
        String batch = SandboxBatchTest.batch(20, i -> SandboxBatchTest.create(i, contacts(0)));
        assertThat(throttled(client.batch(batch))).isZero();
        CompletableFuture<SandboxClient.Answer> first = later("POST", "/$batch", batch);
        await().until(() -> sandbox.requests() > 20);
        SandboxClient.Answer second = client.batch(batch);
        assertThat(second.status()).isEqualTo(200);
        assertThat(throttled(second)).isPositive();
        assertThat(first.join().status()).isEqualTo(200);
    }

    @Test
    void batchesForDifferentMailboxesRunSideBySide() {
        List<CompletableFuture<SandboxClient.Answer>> batches = IntStream.range(0, 5)
            .mapToObj(i -> later("POST", "/$batch", SandboxBatchTest.batch(20, n -> SandboxBatchTest.create(n, contacts(i))))).toList();
        assertThat(all(batches).stream().mapToInt(this::throttled).sum()).isZero();
        assertThat(sandbox.requests()).isEqualTo(100);
        assertThat(sandbox.throttled()).isZero();
    }

    @Test
    void nameAndIdOfAUserAreOneMailbox() {
        List<CompletableFuture<SandboxClient.Answer>> four = fourUnderWay();
        String name = sandbox.tenant().user(mailboxes.get(0)).orElseThrow().userPrincipalName();
        assertThat(client.get("/users/" + name + "/contacts").status()).isEqualTo(429);
        assertThat(all(four)).allMatch(each -> each.status() == 200);
    }

    /** Four requests for the first mailbox that have arrived and will take two seconds. */
    private List<CompletableFuture<SandboxClient.Answer>> fourUnderWay() {
        sandbox.faults().when(request -> request.mailbox() != null).times(4).delay(Duration.ofSeconds(2));
        List<CompletableFuture<SandboxClient.Answer>> four = IntStream.range(0, 4).mapToObj(i -> later("GET", contacts(0), null)).toList();
        await().until(() -> sandbox.requests() == 4);
        return four;
    }

    private String contacts(int mailbox) {
        return "/users/" + mailboxes.get(mailbox) + "/contacts";
    }

    private CompletableFuture<SandboxClient.Answer> later(String method, String target, String json) {
        return client.sendLater(method, target, json);
    }

    private static List<SandboxClient.Answer> all(List<CompletableFuture<SandboxClient.Answer>> answers) {
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private int throttled(SandboxClient.Answer batch) {
        int throttled = 0;
        for (var each : batch.json().get("responses")) {
            throttled += each.get("status").asInt() == 429 ? 1 : 0;
        }
        return throttled;
    }
}
