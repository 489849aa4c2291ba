package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxFaultsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.address()).signIn();
    private final String mailbox = sandbox.tenant().mailboxes().iterator().next();
    private final String contacts = "/users/" + mailbox + "/contacts";
    private final String three = SandboxBatchTest.batch(3, i -> SandboxBatchTest.create(i, contacts));
    private final int before = held();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void oneRequestInABatchIsThrottled() {
        sandbox.faults().whenInBatch("POST").after(1).refuse(429, 3);
        SandboxClient.Answer answer = client.batch(three);
        assertThat(SandboxBatchTest.one(answer, "1").get("status").asInt()).isEqualTo(429);
        assertThat(SandboxBatchTest.one(answer, "1").at("/headers/Retry-After").asText()).isEqualTo("3");
        assertThat(SandboxBatchTest.one(answer, "2").get("status").asInt()).isEqualTo(201);
        assertThat(held()).isEqualTo(before + 2);
    }

    @Test
    void wholeBatchesAreRefusedAndNothingIsApplied() {
        sandbox.faults().whenBatch().times(1).refuse(503);
        sandbox.faults().whenBatch().after(0).times(1).refuse(429, 2);
        SandboxClient.Answer first = client.batch(three);
        SandboxClient.Answer second = client.batch(three);
        assertThat(List.of(first.status(), second.status(), client.batch(three).status())).containsExactly(503, 429,
                200);
        assertThat(first.code()).isEqualTo("UnknownError");
        assertThat(second.header("Retry-After")).isEqualTo("2");
        assertThat(held()).isEqualTo(before + 3);
    }

    @Test
    void answersAreLostAfterApplying() {
        sandbox.faults().whenBatch().applyThenDrop();
        assertThatThrownBy(() -> client.batch(three)).isInstanceOf(UncheckedIOException.class);
        assertThat(held()).isEqualTo(before + 3);
    }

    @Test
    void connectionsBreakBeforeAnythingIsApplied() {
        sandbox.faults().when(request -> request.mailbox() != null).drop();
        assertThatThrownBy(() -> client.post(contacts, "{\"givenName\":\"A\"}"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void aTimeoutMayHaveTakenEffect() {
        sandbox.faults().whenInBatch("POST").applyThenRefuse(504);
        SandboxClient.Answer answer = client.batch(three);
        assertThat(SandboxBatchTest.one(answer, "0").get("status").asInt()).isEqualTo(504);
        assertThat(held()).isEqualTo(before + 3);
    }

    @Test
    void anAnswerIsMissingFromTheBatch() {
        sandbox.faults().whenInBatch("POST").applyThenOmit();
        assertThat(SandboxBatchTest.ids(client.batch(three).json().get("responses"))).containsExactlyInAnyOrder("1",
                "2");
        assertThat(held()).isEqualTo(before + 3);
    }

    @Test
    void aGoodTokenIsRefusedOnce() {
        sandbox.faults().whenBatch().refuse(401);
        assertThat(client.batch(three).status()).isEqualTo(401);
        assertThat(client.batch(three).status()).isEqualTo(200);
    }

    @Test
    void mailboxesVanishAndComeBack() {
        for (String code : List.of("MailboxNotEnabledForRESTAPI", "ErrorInvalidUser", "ResourceNotFound",
                "MailboxNotSupportedForRESTAPI")) {
            sandbox.tenant().administration().refuseMailbox(mailbox, code);
            assertThat(client.get(contacts).status()).isEqualTo(404);
            assertThat(client.get(contacts).code()).isEqualTo(code);
        }
        sandbox.tenant().administration().refuseMailbox(mailbox, null);
        assertThat(client.get(contacts).status()).isEqualTo(200);
    }

    @Test
    void bodiesMayBeEmptyOrStrange() {
        sandbox.faults().when(request -> true).refuseWith(503, null);
        sandbox.faults().when(request -> true).refuseWith(502, "<html>Bad Gateway</html>");
        assertThat(client.get(contacts).text()).isEmpty();
        assertThat(client.get(contacts).text()).startsWith("<html>");
    }

    @Test
    void slowRequestsLetOthersOvertake() {
        sandbox.faults().when(request -> request.body().contains("slow")).delay(Duration.ofMinutes(10));
        var slow = client.sendLater("POST", contacts, "{\"givenName\":\"slow\"}");
        var fast = client.sendLater("POST", contacts, "{\"givenName\":\"fast\"}");
        assertThat(fast.join().status()).isEqualTo(201);
        await().until(() -> sandbox.requests() == 2);
        assertThat(slow.isDone()).isFalse();
        sandbox.letPass(Duration.ofMinutes(10));
        assertThat(slow.join().status()).isEqualTo(201);
    }

    @Test
    void clearedRulesAreGone() {
        sandbox.faults().when(request -> true).times(100).refuse(500);
        assertThat(client.get(contacts).status()).isEqualTo(500);
        sandbox.faults().clear();
        assertThat(client.get(contacts).status()).isEqualTo(200);
    }

    private int held() {
        return sandbox.tenant().snapshot(mailbox).size();
    }
}
