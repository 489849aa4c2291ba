package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import io.contactsync.sandbox.identity.Cloud;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxDiscoveryTest {

    @Test
    void bothVersionsTellWhereTheirEndpointsAre() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(sandbox.address());
            String authority = sandbox.address().authority();
            JsonNode second = client.get(authority + "/v2.0/.well-known/openid-configuration").json();
            assertThat(second.get("token_endpoint").asText()).isEqualTo(authority + "/oauth2/v2.0/token");
            assertThat(second.get("issuer").asText()).isEqualTo(authority + "/v2.0");
            assertThat(second.get("msgraph_host").asText()).isEqualTo("graph.microsoft.com");
            JsonNode first = client.get(authority + "/.well-known/openid-configuration").json();
            assertThat(first.get("token_endpoint").asText()).isEqualTo(authority + "/oauth2/token");
            assertThat(first.get("issuer").asText())
                    .isEqualTo("https://sts.windows.net/" + sandbox.address().tenant() + "/");
            assertThat(client.get(second.get("jwks_uri").asText()).json().has("keys")).isTrue();
        }
    }

    @Test
    void commonAndOrganizationsLeaveAPlaceForTheTenant() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(sandbox.address());
            for (String several : new String[] {"common", "organizations"}) {
                String authority = sandbox.address().authority().replace(sandbox.address().tenant(), several);
                JsonNode answer = client.get(authority + "/v2.0/.well-known/openid-configuration").json();
                assertThat(answer.get("issuer").asText()).endsWith("/{tenantid}/v2.0");
                assertThat(answer.get("token_endpoint").asText()).isEqualTo(authority + "/oauth2/v2.0/token");
            }
            String unknown = sandbox.address().authority().replace(sandbox.address().tenant(), "nobody");
            assertThat(
                    client.get(unknown + "/v2.0/.well-known/openid-configuration").json().at("/error_codes/0").asInt())
                    .isEqualTo(90002);
        }
    }

    @Test
    void instancesAreKnownByName() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(sandbox.address());
            String authority = sandbox.address().authority();
            String instances = authority.replace(sandbox.address().tenant(), "common")
                    + "/discovery/instance?api-version=1.1&authorization_endpoint=";
            JsonNode answer = client.get(instances + SandboxClient.encode(authority + "/oauth2/v2.0/authorize")).json();
            assertThat(answer.get("tenant_discovery_endpoint").asText())
                    .isEqualTo(authority + "/v2.0/.well-known/openid-configuration");
            assertThat(answer.at("/metadata/0/aliases/0").asText()).isEqualTo("127.0.0.1");
            SandboxClient.Answer unknown =
                    client.get(instances + SandboxClient.encode("https://login.example/x/oauth2/v2.0/authorize"));
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.json().get("error").asText()).isEqualTo("invalid_instance");
        }
    }

    /** As long as it can be made to reach loopback, the library asks for the list of instances before it signs in. */
    @Test
    void microsoftsOwnLibraryFindsTheInstanceAndSignsIn() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                SandboxOptions.defaults().withCloud(new Cloud("graph.microsoft.com", "login.microsoftonline.com")))) {
            SandboxAddress address = sandbox.address();
            LoopbackHttp loopback = new LoopbackHttp(address);
            ConfidentialClientApplication app =
                    ConfidentialClientApplication.builder(address.clientId(),
                            ClientCredentialFactory.createFromSecret(address.clientSecret()))
                .authority("https://login.microsoftonline.com/" + address.tenant()).httpClient(loopback).build();
            String token = app
                    .acquireToken(
                            ClientCredentialParameters.builder(Set.of("https://graph.microsoft.com/.default")).build())
                    .get().accessToken();
            assertThat(token).contains(".");
            assertThat(loopback.paths()).contains("/common/discovery/instance",
                    "/" + address.tenant() + "/oauth2/v2.0/token");
        }
    }

    @Test
    void anotherCloudStandsUnderItsOwnNames() {
        Cloud cloud = new Cloud("localhost", "127.0.0.1");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withTls(true).withCloud(cloud))) {
            assertThat(sandbox.address().graph()).startsWith("https://localhost:");
            assertThat(sandbox.address().authority()).startsWith("https://127.0.0.1:");
            SandboxClient client = new SandboxClient(sandbox.address());
            assertThat(client.token(client.credentials()).json().get("error").asText())
                    .as("a token of the global cloud").isEqualTo("invalid_resource");
            Map<String, String> form = new HashMap<>(client.credentials());
            form.put("scope", "https://localhost/.default");
            String bearer = "Bearer " + client.token(form).json().get("access_token").asText();
            assertThat(client.get("/users?$top=1", "Authorization", bearer).json().get("@odata.nextLink").asText())
                    .startsWith(sandbox.address().graph());
            String otherName = "https://127.0.0.1:" + URI.create(sandbox.address().graph()).getPort() + "/v1.0";
            assertThat(client.get(otherName + "/users?$top=1", "Authorization", bearer).json().get("@odata.nextLink")
                    .asText()).startsWith(sandbox.address().graph());
            assertThat(client.get("/users").header("WWW-Authenticate"))
                    .contains("https://127.0.0.1/common/oauth2/authorize");
        }
    }

    @Test
    void aHostIsANameOnly() {
        assertThatThrownBy(() -> new Cloud("https://graph.microsoft.test", "login.microsoft.test"))
                .hasMessage(
                        "a host is a name like graph.microsoft.test, without scheme and port - was "
                                + "'https://graph.microsoft.test'");
    }
}
