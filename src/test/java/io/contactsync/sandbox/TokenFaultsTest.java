package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans under which tokens and the endpoint that issues them fail; the bench itself signs in once before. */
class TokenFaultsTest {
    private FaultBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private SandboxClient.Answer token(String rule) {
        bench = FaultBench.with(rule);
        return bench.client.token(bench.client.credentials());
    }

    @ParameterizedTest
    @CsvSource({"7000215,401,invalid_client", "7000222,401,invalid_client", "700027,401,invalid_client",
            "700016,400,unauthorized_client",
        "90002,400,invalid_request", "90033,503,temporarily_unavailable"})
    void signInIsRefusedByNumber(int number, int status, String error) {
        SandboxClient.Answer answer = token("fault: token-error, after: 1, aadsts: " + number);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").asText()).isEqualTo(error);
        assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(number);
        assertThat(answer.json().get("error_description").asText()).startsWith("AADSTS" + number + ": ");
        assertThat(bench.client.get("/users").status()).isEqualTo(200);
    }

    @Test
    void theEndpointThrottles() {
        SandboxClient.Answer answer =
                token("fault: refuse, where: token, status: 429, retry-after: 2, after: 1, times: 1");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(bench.client.token(bench.client.credentials()).status()).isEqualTo(200);
    }

    @Test
    void theEndpointIsDown() {
        assertThatThrownBy(() -> token("fault: reset, where: token, after: 1"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(bench.client.get("/users").status()).isEqualTo(200);
    }

    @Test
    void theEndpointIsSlowAndGraphIsNot() {
        bench = FaultBench.with("fault: slow, by: 10 min, where: token, after: 1");
        var slow = bench.client.tokenLater();
        assertThat(bench.client.get("/users").status()).isEqualTo(200);
        await().until(() -> bench.sandbox.faults().befallen() == 1);
        assertThat(slow.isDone()).isFalse();
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(slow.join().status()).isEqualTo(200);
    }

    @Test
    void aGoodTokenIsRefusedOnce() {
        bench = FaultBench.with("fault: refuse, status: 401, times: 1");
        assertThat(bench.client.get("/users").code()).isEqualTo("InvalidAuthenticationToken");
        assertThat(bench.client.get("/users").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsShortAndSaysSo() {
        SandboxClient.Answer answer = token("fault: short-token, life: 120 s");
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(120);
        assertThat(answer.json().get("ext_expires_in").asInt()).isEqualTo(120);
        bench.sandbox.letPass(Duration.ofSeconds(120));
        assertThat(bench.client.get("/users").status()).isEqualTo(401);
    }

    @Test
    void allTokensExpireInTheMiddle() {
        bench = FaultBench.with("fault: tokens-expire, path: /users, after: 1, times: 1");
        assertThat(bench.client.get("/users").status()).isEqualTo(200);
        assertThat(bench.client.get("/users").status()).isEqualTo(200);
        assertThat(bench.client.get("/users").message()).isEqualTo("Lifetime validation failed, the token is expired.");
        assertThat(bench.client.signIn().get("/users").status()).isEqualTo(200);
    }
}
