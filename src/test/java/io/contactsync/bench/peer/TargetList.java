package io.contactsync.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.SandboxClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads from Graph as simply as one can, with a token of its own. */
public final class TargetList {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxAddress address;
    private final HttpClient http;
    private final String token;

    public TargetList(SandboxAddress address) {
        this.address = address;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(SandboxClient.trusting(address.caCertificate())).build();
        String form = "grant_type=client_credentials&client_id=" + address.clientId() + "&client_secret="
                + URLEncoder.encode(address.clientSecret(), StandardCharsets.UTF_8) + "&scope="
                + URLEncoder.encode("https://graph.microsoft.com/.default", StandardCharsets.UTF_8);
        this.token = read(HttpRequest.newBuilder(URI.create(address.authority() + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build()).path("access_token").asText();
    }

    /** Object ids of all targets. */
    public List<String> ids() {
        return list("/groups/" + address.targetGroup()
                + "/transitiveMembers/microsoft.graph.user?$count=true&$select=id&$top=999").stream()
                .map(user -> user.path("id").asText()).toList();
    }

    /** All pages of a list. */
    List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        for (String next = address.graph() + path; !next.isEmpty();) {
            JsonNode page = read(request(next).header("ConsistencyLevel", "eventual").build());
            page.path("value").forEach(all::add);
            next = page.path("@odata.nextLink").asText();
        }
        return all;
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(target)).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode read(HttpRequest request) {
        try {
            return JSON.readTree(send(request).body());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
