package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxHeadersTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void everyAnswerHasTheHeadersOfGraph() {
        String mine = "0f1e2d3c-0000-4000-8000-000000000001";
        for (String target : new String[] {"/users",
                "/users/" + SANDBOX.tenant().mailboxes().iterator().next() + "/contacts/nonsense", "/nowhere"}) {
            SandboxClient.Answer answer = CLIENT.get(target, "client-request-id", mine);
            assertThat(answer.header("client-request-id")).isEqualTo(mine);
            assertThat(answer.header("request-id")).matches("[0-9a-f-]{36}").isNotEqualTo(mine);
            assertThat(answer.header("x-ms-ags-diagnostic")).contains("\"ServerInfo\":{\"DataCenter\":");
            assertThat(answer.header("Date")).endsWith(" GMT");
            assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
            assertThat(answer.header("Cache-Control")).isNotNull();
            assertThat(answer.header("OData-Version")).isEqualTo("4.0");
        }
    }

    @Test
    void noAnswerTellsOfRateLimits() {
        SandboxClient.Answer answer = CLIENT.get("/users");
        assertThat(answer.headers().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("ratelimit-"));
        assertThat(answer.header("x-ms-resource-unit")).isNotNull();
    }
}
