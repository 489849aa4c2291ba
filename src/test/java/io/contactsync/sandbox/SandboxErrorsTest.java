package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxErrorsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String MAILBOX = SANDBOX.tenant().mailboxes().iterator().next();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /users/nobody,                     404, Request_ResourceNotFound",
        "GET,    /elsewhere,                        400, BadRequest",
        "GET,    /users?$filter=nothing,            400, *",
        "GET,    /users/{mailbox}/contacts/none,    400, ErrorInvalidIdMalformed",
        "PUT,    /users/{mailbox}/contacts,         405, ErrorInvalidRequest",
        "POST,   /users/{mailbox}/contacts,         400, UnableToDeserializePostBody",
        "GET,    /users/{mailbox}/contacts?$top=x,  400, *",
        "POST,   /$batch,                           400, BadRequest"})
    void everyRefusalHasTheEnvelopeOfTheDocumentation(String method, String target, int status, String code) {
        SandboxClient.Answer answer = CLIENT.send(method, target.replace("{mailbox}", MAILBOX).replace(" ", "%20"),
                "POST PUT".contains(method) ? "{" : null);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        envelope(answer.json());
        assertThat(answer.code()).matches("*".equals(code) ? "\\w+" : code);
    }

    @Test
    void theIdsInAnErrorAreThoseOfTheHeaders() {
        SandboxClient.Answer ours =
                CLIENT.get("/users/nobody", "client-request-id", "9f4f5b0e-0000-4000-8000-000000000001");
        assertThat(ours.json().at("/error/innerError/client-request-id").asText())
                .isEqualTo("9f4f5b0e-0000-4000-8000-000000000001");
        assertThat(ours.json().at("/error/innerError/request-id").asText()).isEqualTo(ours.header("request-id"));
        SandboxClient.Answer theirs = CLIENT.get("/users/nobody");
        assertThat(theirs.json().at("/error/innerError/client-request-id").asText())
                .isEqualTo(theirs.header("client-request-id"));
    }

    @Test
    void anOddClientRequestIdDoesNotBreakTheError() {
        assertThat(CLIENT.get("/users/nobody", "client-request-id", "a\"$1\\b").json()
                .at("/error/innerError/client-request-id").asText()).isEqualTo("a\"$1\\b");
    }

    @Test
    void anErrorInsideABatchHasTheSameEnvelope() {
        SandboxClient.Answer answer =
                CLIENT.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/nobody\"}]}");
        envelope(SandboxBatchTest.one(answer, "1").get("body"));
    }

    private static void envelope(JsonNode body) {
        assertThat(body.fieldNames()).toIterable().containsExactly("error");
        assertThat(body.get("error").fieldNames()).toIterable().containsExactlyInAnyOrder("code", "message",
                "innerError");
        JsonNode inner = body.at("/error/innerError");
        assertThat(inner.get("date").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(inner.get("request-id").asText()).matches("[0-9a-f-]{36}");
        assertThat(inner.get("client-request-id").asText()).matches("[0-9a-f-]{36}");
    }
}
