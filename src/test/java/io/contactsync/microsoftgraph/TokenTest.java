package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by MSAL over HTTPS, with the component's own TLS settings. */
class TokenTest extends TokenTestBase {

    @Test
    void signsInWithASecretOnce() {
        batch();
        assertThat(batch().status()).isEqualTo(200);
        assertThat(stub.tokenPaths).containsExactly("/contoso/oauth2/v2.0/token");
        assertThat(stub.tokenForms.get(0)).containsEntry("client_id", "app-1").containsEntry("client_secret", SECRET)
                .containsEntry("grant_type", "client_credentials");
        assertThat(stub.tokenForms.get(0).get("scope")).contains("https://graph.microsoft.com/.default");
    }

    @Test
    void signsInWithAPkcs12Certificate() throws Exception {
        component.setCertificate(stub.keyStore.toString());
        component.setCertificatePassword(TlsStub.PASSWORD);
        assertThat(batch().status()).isEqualTo(200);
        assertAssertion();
    }

    @Test
    void signsInWithAPemCertificate() throws Exception {
        component.setCertificate(stub.pemKey(directory.resolve("key.pem")).toString());
        assertThat(batch().status()).isEqualTo(200);
        assertAssertion();
    }

    private static void assertAssertion() throws Exception {
        Map<String, String> form = stub.tokenForms.get(0);
        assertThat(form)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .doesNotContainKey("client_secret");
        String[] parts = form.get("client_assertion").split("\\.");
        JsonNode claims = GraphJson.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("app-1");
        assertThat(claims.path("aud").asText()).isEqualTo(stub.url("/contoso/oauth2/v2.0/token"));
        JsonNode header = GraphJson.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
        Signature signature =
                Signature.getInstance(header.path("alg").asText().equals("PS256") ? "RSASSA-PSS" : "SHA256withRSA");
        if (header.path("alg").asText().equals("PS256")) {
            signature.setParameter(new java.security.spec.PSSParameterSpec("SHA-256", "MGF1",
                    java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initVerify(stub.store().getCertificate("stub"));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "401|invalid_client|AADSTS7000215: Invalid client secret provided.|(invalid_client, AADSTS7000215): the "
                    + "client secret is wrong, see option clientSecret",
            "401|invalid_client|AADSTS7000222: The provided client secret keys are expired.|AADSTS7000222): the "
                    + "client secret has expired, see option clientSecret",
            "400|unauthorized_client|AADSTS700016: Application not found.|(unauthorized_client, AADSTS700016): the "
                    + "tenant does not know this application",
        "400|invalid_request|AADSTS90002: Tenant not found.|there is no such tenant, see option tenantId",
        "400|invalid_request|Something new.|(invalid_request): see options"})
    void explainsARefusalInOneSentence(int status, String error, String description, String sentence) {
        stub.login = form -> TlsStub.refusal(status, error, description);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::batch).isInstanceOf(CamelExecutionException.class).cause()
                    .isInstanceOfSatisfying(GraphAuthenticationException.class, e -> {
                assertThat(e.retryable()).isFalse();
                assertThat(e.code()).isEqualTo(error);
            }).hasMessageContaining(sentence).hasMessageNotContaining(SECRET);
        }
        assertThat(stub.tokenForms).as("a lasting refusal is not asked for again at once").hasSize(1);
    }

    @Test
    void reportsABadMomentOfTheLoginAsNotSent() {
        stub.login = form -> TlsStub.refusal(503, "temporarily_unavailable", "AADSTS90033: try again");
        assertThat(batch()).satisfies(answer -> {
            assertThat(answer.status()).isZero();
            assertThat(answer.sent()).isFalse();
            assertThat(answer.code()).isEqualTo("TokenUnavailable");
        });
        assertThat(stub.tokenForms).as("no hidden repetition").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"x\"", "{\"value\":[[[[", "[]", "<html>sign in</html>", "deep"})
    @Timeout(60)
    void takesNoSignInForOneThatIsNoWholeObject(String body) {
        String answer = body.equals("deep") ? "{\"value\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}" : body;
        stub.login = form -> GraphStub.Reply.json(200, answer);
        assertThat(batch()).satisfies(none -> {
            assertThat(none.sent()).isFalse();
            assertThat(none.code()).isEqualTo("TokenUnavailable");
        });
    }

    @Test
    void namesTheMissingOptionAtItsFirstUse() {
        component.setTenantId("");
        component.setAuthority(stub.url("/"));
        assertThatThrownBy(this::batch).hasRootCauseInstanceOf(GraphAuthenticationException.class).hasRootCauseMessage(
                "Sign-in: option tenantId is not set (MissingOption)");
        assertMissing("clientId", identity("t", null, "s", null));
        assertMissing("clientSecret", identity("t", "c", null, null));
        assertThatThrownBy(
                () -> new ApplicationSignIn(identity("t", "c", null, "/no/such/file"), null).signIn(false))
                .hasMessageContaining("option certificate");
    }

    private static Identity identity(String tenant, String client, String secret, String certificate) {
        return new Identity(tenant, client, new Secret(secret, null), certificate, Secret.NONE, null, null,
                "https://login.microsoftonline.com", "scope");
    }

    private static void assertMissing(String option, Identity identity) {
        assertThatThrownBy(() -> new ApplicationSignIn(identity, null).signIn(false))
                .isInstanceOf(GraphAuthenticationException.class)
                .hasMessageContaining("option " + option + " is not set");
    }

    @Test
    void doesNotTrustAStranger() {
        component.setCaCertificate(null);
        GraphBatchResponse answer = batch();
        assertThat(answer.sent()).isFalse();
        assertThat(answer.code()).isEqualTo("TokenUnavailable");
        assertThat(stub.tokenForms).isEmpty();
    }

    @Test
    void doesNotTrustAnotherHostsCertificate() {
        component.setBaseUrl(stub.url("/v1.0").replace("localhost", "127.0.0.1"));
        GraphBatchResponse answer = batch();
        assertThat(answer.sent()).isFalse();
        assertThat(answer.code()).isEqualTo("TlsFailed");
        assertThat(stub.tokenForms).hasSize(1);
    }

    @Test
    void saysWhichCaFileIsUnreadable() throws Exception {
        component.setCaCertificate(Files.writeString(directory.resolve("bad.pem"), "no certificate").toString());
        assertThatThrownBy(this::batch).hasStackTraceContaining("Option caCertificate: cannot read certificates from");
    }

    @Test
    void saysWhatIsWrongWithACertificate() throws Exception {
        component.setCertificate(stub.keyStore.toString());
        component.setCertificatePassword("wrong-canary");
        assertThatThrownBy(component.identity()::check).hasMessageContaining("cannot be opened with that password")
                .hasMessageNotContaining("canary");
        component.setCertificate(stub.certificate.toString());
        assertThatThrownBy(component.identity()::check).hasMessageContaining("holds no private key that can be read");
        component.setCertificate(directory.resolve("none.pfx").toString());
        assertThatThrownBy(component.identity()::check).hasMessageContaining("none.pfx' does not exist");
    }

    @Test
    void readsTheRolesOfTheToken() {
        String claims = Base64.getUrlEncoder().withoutPadding().encodeToString(
                "{\"roles\":[\"User.Read.All\",\"Contacts.ReadWrite\"]}".getBytes(StandardCharsets.UTF_8));
        stub.login = form -> TlsStub.token("e30." + claims + ".sig");
        context.start();
        assertThat(component.tokenRoles()).containsExactly("Contacts.ReadWrite", "User.Read.All");
        assertThat(TokenClaims.of("opaque").roles()).isEmpty();
        assertThat(TokenClaims.of("a.b.c").roles()).isEmpty();
    }
}
