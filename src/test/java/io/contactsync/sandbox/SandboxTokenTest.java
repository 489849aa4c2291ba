package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.identity.AppRegistration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .contains("\"roles\":[\"User.Read.All\"]");
    }

    @Test
    void tokensAreAsLongAsRealOnes() {
        assertThat(client.signIn().token()).hasSizeBetween(1500, 2100);
    }

    @Test
    void theTokenSaysForWhatAndWhomItIs() {
        JsonNode claims = claims(client.signIn().token());
        assertThat(claims.get("aud").asText()).isEqualTo("https://graph.microsoft.com");
        assertThat(claims.get("appid").asText()).isEqualTo(sandbox.address().clientId());
        assertThat(claims.get("tid").asText()).isEqualTo(sandbox.address().tenant());
        assertThat(claims.get("idtyp").asText()).isEqualTo("app");
        assertThat(claims.get("wids").size()).isEqualTo(1);
        String byId = client.token(with("scope", "00000003-0000-0000-c000-000000000000/.default")).json()
                .get("access_token").asText();
        assertThat(claims(byId).get("aud").asText()).isEqualTo("00000003-0000-0000-c000-000000000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "client_secret | wrong                                 | 401 | invalid_client         | 7000215",
        "client_secret | ended                                 | 401 | invalid_client         | 7000222",
        "client_secret |                                       | 401 | invalid_client         | 7000218",
        "client_id     | nobody                                | 400 | unauthorized_client    | 700016",
        "client_id     |                                       | 400 | invalid_request        | 900144",
        "grant_type    | password                              | 400 | unsupported_grant_type | 70003",
        "grant_type    |                                       | 400 | invalid_request        | 900144",
        "scope         | Contacts.ReadWrite                    | 400 | invalid_scope          | 1002012",
        "scope         |                                       | 400 | invalid_request        | 900144",
        "scope         | https://graph.microsoft.us/.default   | 400 | invalid_resource       | 500011"})
    void eachMistakeHasItsStatusErrorAndNumber(String field, String value, int status, String error, int code) {
        sandbox.app().addSecret(new AppRegistration.Secret("ended", 1_700_000_000));
        assertRefused(client.token(with(field, value)), status, error, code);
    }

    @Test
    void refusalsCarryAllThatRealOnesDo() {
        JsonNode refusal = client.token(with("client_secret", "wrong")).json();
        assertThat(refusal.get("error_description").asText())
                .startsWith("AADSTS7000215: Invalid client secret provided.")
                .contains(" Trace ID: ", " Correlation ID: ", " Timestamp: ");
        assertThat(refusal.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ");
        assertThat(refusal.fieldNames()).toIterable().contains("trace_id", "correlation_id", "error_uri");
    }

    @Test
    void twoSecretsAreGoodSideBySide() {
        sandbox.app().addSecret(new AppRegistration.Secret("second", Long.MAX_VALUE));
        assertThat(client.token(client.credentials()).status()).isEqualTo(200);
        assertThat(client.token(with("client_secret", "second")).status()).isEqualTo(200);
    }

    @Test
    void idAndSecretMayStandInTheHeader() {
        assertThat(client.basicToken(sandbox.address().clientId() + ":" + sandbox.address().clientSecret()).status())
                .isEqualTo(200);
        assertRefused(client.basicToken(sandbox.address().clientId() + ":wrong"), 401, "invalid_client", 7000215);
        assertRefused(client.basicToken("neither"), 400, "invalid_request", 900144);
    }

    @Test
    void idsAreTakenInAnyCase() {
        assertThat(client.token(with("client_id", sandbox.address().clientId().toUpperCase(Locale.ROOT))).status())
                .isEqualTo(200);
        String authority = sandbox.address().authority().replace(sandbox.address().tenant(),
                sandbox.address().tenant().toUpperCase(Locale.ROOT));
        assertThat(client.token(authority, client.credentials()).status()).isEqualTo(200);
    }

    @Test
    void anApplicationNeedsATenantOfItsOwn() {
        assertRefused(client.token(authority("elsewhere"), client.credentials()), 400, "invalid_request", 90002);
        assertRefused(client.token(authority("common"), client.credentials()), 400, "invalid_request", 50059);
    }

    @Test
    void theOlderEndpointTakesAResourceAndCountsInText() {
        SandboxClient.Answer answer = client.form("/oauth2/token", with("resource", "https://graph.microsoft.com"));
        assertThat(answer.json().get("expires_in").isTextual()).isTrue();
        assertThat(answer.json().get("resource").asText()).isEqualTo("https://graph.microsoft.com");
        assertThat(
                client.get("/users", "Authorization", "Bearer " + answer.json().get("access_token").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsNoFormIsMalformed() {
        String target = sandbox.address().authority() + "/oauth2/v2.0/token";
        assertRefused(client.send("POST", target, "client_id=%zz"), 400, "invalid_request", 9002313);
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
        form.put(name, value == null ? "" : value);
        form.values().removeIf(String::isEmpty);
        return form;
    }

    private String authority(String tenant) {
        return sandbox.address().authority().replace(sandbox.address().tenant(), tenant);
    }

    private static void assertRefused(SandboxClient.Answer answer, int status, String error, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").asText()).isEqualTo(error);
        assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(code);
    }

    private static JsonNode claims(String token) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
