package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that make no sense are answered, and as the client's mistake. */
class SandboxOddRequestsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "(,                              20000, '',                      400",
        "'not ',                         20000, accountEnabled eq true,  400",
        "'accountEnabled eq true or ',   20000, accountEnabled eq true,  400",
        "'displayName eq ''x',           1,     '''',                    200",
        "x,                              20000, ' eq 1',                 400"})
    void filtersOfAnyLengthAreAnswered(String repeated, int times, String end, int status) {
        assertThat(filtered(repeated.repeat(times) + end).at("/status").asInt()).isEqualTo(status);
    }

    @Test
    void aTextOfAnyLengthIsCompared() {
        JsonNode answer = filtered("displayName eq '" + "x''".repeat(20_000) + "'");
        assertThat(answer.at("/status").asInt()).isEqualTo(200);
        assertThat(answer.at("/body/value")).isEmpty();
    }

    @Test
    void aSearchOfAnyLengthIsAnswered() {
        String clauses = String.join(" OR ", Collections.nCopies(20_000, "\\\"displayName:a\\\""));
        assertThat(inBatch("/users?$search=" + clauses).at("/status").asInt()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS *, 'Invalid version: *'", "GET /, 'Invalid version: '",
            "GET /beta/users, 'Invalid version: beta'",
            "GET /beta?x, 'Invalid version: beta'", "GET /v1.0, Empty path.", "GET /v1.0?$top=1, Empty path.",
            "GET /v1.0/, Empty path."})
    void whatIsNoAddressOfGraphsIsRefused(String line, String message) throws IOException {
        String answer = RawHttp.answer(SANDBOX.address().graph(), line, CLIENT.token());
        assertThat(answer).startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"BadRequest\",\"message\":\"" + message + "\"");
    }

    @Test
    void anAddressOfEntraIdsThatCannotBeReadIsRefused() throws IOException {
        assertThat(RawHttp.authorityAnswer(SANDBOX.address(), "POST /%zz/oauth2/v2.0/token"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(RawHttp.authorityAnswer(SANDBOX.address(), "OPTIONS *")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void halfACharacterIsKeptAsAReplacement() {
        SandboxClient.Answer made =
                CLIENT.post("/users/" + SANDBOX.tenant().mailboxes().iterator().next() + "/contacts",
            "{\"givenName\":\"a\\ud800b\\ud83d\\ude00\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("givenName").asText()).isEqualTo("a\ufffdb\ud83d\ude00");
    }

    private static JsonNode filtered(String filter) {
        return inBatch("/users?$top=1&$filter=" + filter);
    }

    /** Inside a batch an address may be longer than HTTP lets it be. */
    private static JsonNode inBatch(String url) {
        String batch = "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"" + url
                + "\",\"headers\":{\"ConsistencyLevel\":\"eventual\"}}]}";
        return SandboxBatchTest.one(CLIENT.sendLater("POST", "/$batch", batch).orTimeout(20, TimeUnit.SECONDS).join(),
                "1");
    }
}
