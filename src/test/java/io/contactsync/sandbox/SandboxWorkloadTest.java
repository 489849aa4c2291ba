package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.faults.FaultPlan;
import io.contactsync.sandbox.identity.FederatedCredential;
import io.contactsync.sandbox.identity.Workload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that sign in without a secret: by what their machine is, or by a token of their cluster. */
class SandboxWorkloadTest {
    private static final String TOKEN = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=";
    private static final String GRAPH = "https://graph.microsoft.com";
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.address());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> asked(String target, String... header) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.address().metadata() + target));
        if (header.length > 0) {
            request.headers(header);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> imds(String target) throws Exception {
        return asked(target, "Metadata", "true");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void theMetadataServiceGivesATokenWithItsTimesAsText() throws Exception {
        JsonNode answer = json(imds(TOKEN + GRAPH));
        assertThat(answer.fieldNames()).toIterable().contains("access_token", "client_id", "resource", "not_before");
        assertThat(answer.get("expires_in").textValue()).isEqualTo("3599");
        assertThat(answer.get("expires_on").textValue()).matches("\\d{10}");
        assertThat(answer.get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(client.as(answer.get("access_token").textValue()).get("/users").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"False", "TRUE"})
    void withoutTheHeaderNothingIsGiven(String value) throws Exception {
        assertThat(asked(TOKEN + GRAPH).statusCode()).isEqualTo(400);
        HttpResponse<String> answer = asked(TOKEN + GRAPH, "Metadata", value);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asText()).isEqualTo("bad_request_102");
        assertThat(json(answer).get("error_description").asText())
                .isEqualTo("Required metadata header not specified");
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() throws Exception {
        assertRefused(imds("/metadata/identity/oauth2/token?resource=" + GRAPH), "invalid_request");
        assertRefused(imds("/metadata/identity/oauth2/token?api-version=2018-02-01"), "invalid_request");
        assertRefused(imds(TOKEN + "https://vault.azure.net"), "invalid_resource");
        assertRefused(imds(TOKEN + GRAPH + "&client_id=nobody"), "invalid_request");
        sandbox.app().workload().systemAssigned(null);
        assertRefused(imds(TOKEN + GRAPH), "invalid_request");
        sandbox.app().workload().userAssigned(Set.of("somebody"));
        assertThat(imds(TOKEN + GRAPH + "&client_id=somebody").statusCode()).isEqualTo(200);
        assertThat(imds("/metadata/instance?api-version=2021-02-01").statusCode()).isEqualTo(404);
    }

    private static void assertRefused(HttpResponse<String> answer, String error) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asText()).isEqualTo(error);
    }

    @Test
    void appServiceWantsItsHeader() throws Exception {
        String target = "/msi/token?api-version=2019-08-01&resource=" + GRAPH;
        assertThat(json(asked(target)).get("statusCode").asInt()).isEqualTo(400);
        assertThat(asked(target, "X-IDENTITY-HEADER", Workload.IDENTITY_HEADER).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"404", "410", "429", "500", "503"})
    void theMetadataServiceHasBadMoments(int status) throws Exception {
        sandbox.follow(FaultPlan.parse("test",
                "seed: 1\nfaults:\n  - {fault: refuse, where: token, status: " + status + ", times: 1}\n"));
        assertThat(imds(TOKEN + GRAPH).statusCode()).isEqualTo(status);
        assertThat(imds(TOKEN + GRAPH).statusCode()).isEqualTo(200);
    }

    private Map<String, String> federated(String token) {
        Map<String, String> form = new HashMap<>(client.credentials());
        form.remove("client_secret");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", token);
        return form;
    }

    private int code(String token) {
        return client.token(federated(token)).json().at("/error_codes/0").asInt();
    }

    @Test
    void aTokenOfATrustedIssuerSignsInUntilItEnds() {
        String token = sandbox.app().workload().federatedToken(Duration.ofMinutes(10));
        assertThat(client.token(federated(token)).status()).isEqualTo(200);
        sandbox.letPass(Duration.ofMinutes(11));
        assertThat(code(token)).isEqualTo(700024);
    }

    @Test
    void issuerAudienceSubjectAndSignatureAreChecked() {
        String token = sandbox.app().workload().federatedToken(Duration.ofHours(1));
        assertThat(code(token.substring(0, token.lastIndexOf('.') + 1) + "AAAA")).isEqualTo(50013);
        FederatedCredential fits = FederatedCredential.OF_A_POD;
        sandbox.app().federated(new FederatedCredential("https://other/", fits.subject(), fits.audience()));
        assertThat(code(token)).isEqualTo(700211);
        sandbox.app().federated(new FederatedCredential(fits.issuer(), fits.subject(), "other"));
        assertThat(code(token)).isEqualTo(700212);
        sandbox.app().federated(new FederatedCredential(fits.issuer(), "other", fits.audience()));
        assertThat(code(token)).isEqualTo(700213);
    }

    @Test
    void theClusterRenewsATokenOnRequest() {
        String address = sandbox.address().authority().replaceFirst("/[^/]*$", "/sandbox/federated-token");
        String[] bearer = {"Authorization", "Bearer " + sandbox.address().controlToken()};
        SandboxClient.Answer answer = client.send("POST", address, "PT1H", bearer);
        assertThat(client.token(federated(answer.json().get("token").asText())).status()).isEqualTo(200);
        assertThat(client.send("POST", address, "soon", bearer).status()).isEqualTo(400);
    }
}
