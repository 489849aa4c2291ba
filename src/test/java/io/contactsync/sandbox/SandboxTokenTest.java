package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTokenTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.address());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void secretGivesATokenWithTheConsentedRoles() {
        sandbox.app().roles(Set.of("User.Read.All"));
        SandboxClient.Answer answer = client.token(client.credentials());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(3599);
        String[] parts = answer.json().get("access_token").asText().split("\\.");
        assertThat(parts).hasSize(3);
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)).contains("\"roles\":[\"User.Read.All\"]");
    }

    @Test
    void tokensAreAsLongAsRealOnes() {
        assertThat(client.signIn().token()).hasSizeBetween(1500, 2100);
    }

    @Test
    void wrongSecretIsInvalidClient() {
        SandboxClient.Answer answer = client.token(with("client_secret", "wrong"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(7000215);
        assertThat(answer.json().get("error_description").asText()).startsWith("AADSTS7000215: Invalid client secret provided.");
    }

    @Test
    void unknownApplicationScopeAndTenantAreRefused() {
        assertThat(client.token(with("client_id", "nobody")).json().at("/error_codes/0").asInt()).isEqualTo(700016);
        assertThat(client.token(with("scope", "Contacts.ReadWrite")).json().get("error").asText()).isEqualTo("invalid_scope");
        String other = sandbox.address().authority().replace(sandbox.address().tenant(), "elsewhere");
        assertThat(client.token(other, client.credentials()).json().at("/error_codes/0").asInt()).isEqualTo(90002);
    }

    @Test
    void assertionIsCheckedAndItsSignatureOnceACertificateIsRegistered(@TempDir Path folder) throws Exception {
        TestCertificate mine = TestCertificate.make(folder);
        String audience = sandbox.address().authority() + "/oauth2/v2.0/token";
        assertThat(client.token(assertion(mine.key(), audience)).status()).isEqualTo(200);
        assertThat(client.token(assertion(mine.key(), "https://elsewhere.example")).json().at("/error_codes/0").asInt()).isEqualTo(700023);
        sandbox.app().certificate(mine.certificate());
        assertThat(client.token(assertion(mine.key(), audience)).status()).isEqualTo(200);
        PrivateKey other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        assertThat(client.token(assertion(other, audience)).json().at("/error_codes/0").asInt()).isEqualTo(700027);
    }

    @Test
    void graphRefusesAMissingAnUnknownAndAnExpiredToken() {
        SandboxClient.Answer missing = client.get("/users");
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.code()).isEqualTo("InvalidAuthenticationToken");
        assertThat(missing.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(client.get("/users", "Authorization", "Bearer abc").code()).isEqualTo("InvalidAuthenticationToken");
        client.signIn();
        assertThat(client.get("/users").status()).isEqualTo(200);
        sandbox.expireTokens();
        assertThat(client.get("/users").message()).isEqualTo("Lifetime validation failed, the token is expired.");
    }

    @Test
    void lifeOfTokensCanBeSet() {
        sandbox.app().tokenLife(Duration.ZERO);
        assertThat(client.signIn().get("/users").status()).isEqualTo(401);
    }

    @Test
    void missingRoleIsForbiddenInTheWordsOfDirectoryAndExchange() {
        sandbox.app().roles(Set.of("Contacts.Read"));
        client.signIn();
        String contacts = "/users/" + sandbox.tenant().mailboxes().iterator().next() + "/contacts";
        assertThat(client.get("/users").code()).isEqualTo("Authorization_RequestDenied");
        assertThat(client.get(contacts).status()).isEqualTo(200);
        assertThat(client.post(contacts, "{\"givenName\":\"A\"}").code()).isEqualTo("ErrorAccessDenied");
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> form = new HashMap<>(client.credentials());
        form.put(name, value);
        return form;
    }

    private Map<String, String> assertion(PrivateKey key, String audience) throws Exception {
        long now = Instant.now().getEpochSecond();
        String id = sandbox.address().clientId();
        String unsigned = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode("{\"aud\":\"" + audience + "\",\"iss\":\"" + id
            + "\",\"sub\":\"" + id + "\",\"jti\":\"1\",\"nbf\":" + now + ",\"exp\":" + (now + 300) + "}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> form = new HashMap<>(client.credentials());
        form.remove("client_secret");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
        return form;
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
