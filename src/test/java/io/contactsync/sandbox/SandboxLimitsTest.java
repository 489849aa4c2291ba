package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.service.ThrottleLimit;
import io.contactsync.sandbox.service.ThrottleLimits;
import org.junit.jupiter.api.Test;

/** Throttling as it looks over the wire, with limits small enough to reach. */
class SandboxLimitsTest {

    @Test
    void aRequestTooManyForAMailboxIsRefusedInTheWordsOfTheGateway() {
        try (Sandbox sandbox = limited(ThrottleLimit.MAILBOX_REQUESTS, 2)) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            client.get(contacts(sandbox, 0));
            client.get(contacts(sandbox, 0));
            SandboxClient.Answer refused = client.get(contacts(sandbox, 0));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("TooManyRequests");
            assertThat(refused.message()).isEqualTo("Please retry again later.");
            assertThat(refused.json().at("/error/innerError/code").asText()).isEqualTo("429");
            assertThat(refused.json().at("/error/innerError/message").asText()).isEqualTo("Please retry after");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
            assertThat(client.get(contacts(sandbox, 1)).status()).as("another mailbox").isEqualTo(200);
        }
    }

    @Test
    void tooMuchUploadIsRefusedByTheOutlookService() {
        try (Sandbox sandbox = limited(ThrottleLimit.UPLOAD_BYTES, 100)) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            String contact = "{\"givenName\":\"" + "x".repeat(60) + "\"}";
            assertThat(client.post(contacts(sandbox, 0), contact).status()).isEqualTo(201);
            assertThat(client.post(contacts(sandbox, 0), contact).message())
                    .isEqualTo("Application is over its IncomingBytes limit.");
        }
    }

    @Test
    void theDirectoryTellsWhatARequestCostsAndWhoIsOverWhichLimit() {
        try (Sandbox sandbox = limited(ThrottleLimit.TENANT_UNITS, 6)) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            SandboxClient.Answer first =
                    client.get("/groups/" + sandbox.address().targetGroup() + "/transitiveMembers");
            assertThat(first.header("x-ms-resource-unit")).isEqualTo("5");
            assertThat(Double.parseDouble(first.header("x-ms-throttle-limit-percentage"))).isBetween(0.8, 1.0);
            SandboxClient.Answer refused = client.get("/users");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("x-ms-throttle-information")).isEqualTo("ResourceUnitLimitExceeded");
            assertThat(refused.header("x-ms-throttle-scope"))
                    .isEqualTo("Tenant_Application/ReadWrite/" + sandbox.address().clientId() + "/"
                            + sandbox.address().tenant());
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(client.get(contacts(sandbox, 0)).header("x-ms-resource-unit")).as("mailboxes have other limits")
                    .isNull();
        }
    }

    @Test
    void anInnerRequestIsThrottledAloneWithItsOwnRetryAfter() {
        try (Sandbox sandbox = limited(ThrottleLimit.MAILBOX_REQUESTS, 2)) {
            SandboxClient.Answer answer = threeGets(sandbox);
            assertThat(answer.status()).isEqualTo(200);
            JsonNode last = SandboxBatchTest.one(answer, "2");
            assertThat(last.get("status").asInt()).isEqualTo(429);
            assertThat(last.at("/headers/Retry-After").asInt()).isBetween(1, 600);
            assertThat(last.at("/body/error/code").asText()).isEqualTo("TooManyRequests");
            assertThat(SandboxBatchTest.one(answer, "1").get("status").asInt()).isEqualTo(200);
            assertThat(sandbox.throttled()).isEqualTo(1);
        }
    }

    @Test
    void byTheOtherReadingTheWholeBatchSays424() {
        GraphReadings other = GraphReadings.assumed().with(GraphReading.THROTTLED_BATCH, "424");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withReadings(other)
                .withLimits(ThrottleLimits.published().with(ThrottleLimit.MAILBOX_REQUESTS, 4)))) {
            assertThat(threeGets(sandbox).status()).as("nothing throttled").isEqualTo(200);
            SandboxClient.Answer answer = threeGets(sandbox);
            assertThat(answer.status()).isEqualTo(424);
            assertThat(SandboxBatchTest.one(answer, "2").get("status").asInt()).isEqualTo(429);
        }
    }

    @Test
    void anAnswerWithoutBodyHasNullOrByTheOtherReadingNoBody() {
        try (Sandbox assumed = Sandbox.start(SandboxOptions.defaults());
                Sandbox other = Sandbox.start(SandboxOptions.defaults()
                        .withReadings(GraphReadings.assumed().with(GraphReading.EMPTY_BODY_IN_BATCH, "absent")))) {
            assertThat(deleted(assumed).get("body").isNull()).isTrue();
            assertThat(deleted(other).has("body")).isFalse();
            assertThat(deleted(other).get("status").asInt()).isEqualTo(204);
        }
    }

    private static JsonNode deleted(Sandbox sandbox) {
        String mailbox = sandbox.tenant().mailboxes().iterator().next();
        String id = sandbox.tenant().createContact(mailbox, "{\"givenName\":\"A\"}");
        SandboxClient client = new SandboxClient(sandbox.address()).signIn();
        return SandboxBatchTest.one(client.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"DELETE\",\"url\":\"/users/"
                + mailbox + "/contacts/" + id + "\"}]}"), "1");
    }

    private static SandboxClient.Answer threeGets(Sandbox sandbox) {
        SandboxClient client = new SandboxClient(sandbox.address()).signIn();
        return client.batch(SandboxBatchTest.batch(3,
                i -> "{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"" + contacts(sandbox, 0) + "\"}"));
    }

    private static Sandbox limited(ThrottleLimit limit, long number) {
        return Sandbox.start(SandboxOptions.defaults().withLimits(ThrottleLimits.published().with(limit, number)));
    }

    private static String contacts(Sandbox sandbox, int mailbox) {
        return "/users/" + sandbox.tenant().mailboxes().stream().skip(mailbox).findFirst().orElseThrow() + "/contacts";
    }
}
