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
    private static final Duration LONG = Duration.ofMinutes(10);
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
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
        sandbox.letPass(LONG);
        assertThat(all(four)).allMatch(each -> each.status() == 200);
        assertThat(client.get(contacts(0)).status()).isEqualTo(200);
        assertThat(sandbox.throttled()).isPositive();
    }

    @Test
    void oneBatchFitsAndTwoForOneMailboxDoNot() {
        String batch = SandboxBatchTest.batch(20, i -> SandboxBatchTest.create(i, contacts(0)));
        assertThat(throttled(client.batch(batch))).isZero();
        slow(4);
        CompletableFuture<SandboxClient.Answer> first = later("POST", "/$batch", batch);
        await().until(() -> sandbox.requests() == 24);
        SandboxClient.Answer second = client.batch(batch);
        sandbox.letPass(LONG);
        assertThat(second.status()).isEqualTo(200);
        assertThat(throttled(second)).isPositive();
        assertThat(first.join().status()).isEqualTo(200);
    }

    @Test
    void batchesForDifferentMailboxesRunSideBySide() {
        slow(20);
        List<CompletableFuture<SandboxClient.Answer>> batches = IntStream.range(0, 5)
                .mapToObj(i -> later("POST", "/$batch",
                        SandboxBatchTest.batch(20, n -> SandboxBatchTest.create(n, contacts(i)))))
                .toList();
        await().until(() -> sandbox.requests() == 20);
        sandbox.letPass(LONG);
        assertThat(all(batches).stream().mapToInt(this::throttled).sum()).isZero();
        assertThat(sandbox.requests()).isEqualTo(100);
        assertThat(sandbox.throttled()).isZero();
    }

    @Test
    void nameAndIdOfAUserAreOneMailbox() {
        List<CompletableFuture<SandboxClient.Answer>> four = fourUnderWay();
        String name = sandbox.tenant().user(mailboxes.get(0)).orElseThrow().userPrincipalName();
        assertThat(client.get("/users/" + name + "/contacts").status()).isEqualTo(429);
        sandbox.letPass(LONG);
        assertThat(all(four)).allMatch(each -> each.status() == 200);
    }

    /** The next requests to mailboxes are under way until much time has passed. */
    private void slow(int requests) {
        sandbox.faults().when(request -> request.mailbox() != null).times(requests).delay(LONG);
    }

    /** Four requests for the first mailbox that have arrived and are not answered yet. */
    private List<CompletableFuture<SandboxClient.Answer>> fourUnderWay() {
        slow(4);
        List<CompletableFuture<SandboxClient.Answer>> four =
                IntStream.range(0, 4).mapToObj(i -> later("GET", contacts(0), null)).toList();
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
