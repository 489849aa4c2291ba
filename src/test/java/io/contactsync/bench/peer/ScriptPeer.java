package io.contactsync.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.concurrent.Callable;

/**
 * What {@code ForEach-Object -Parallel -ThrottleLimit 32} makes of it: a worker takes a mailbox and posts contact after
 * contact. It waits out a Retry-After and tries again.
 */
final class ScriptPeer implements Peer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORKERS = 32;
    private static final int CREATED = 201;
    private static final int THROTTLED = 429;

    private final SandboxAddress address;
    private final HttpClient http;
    private final String token;

    ScriptPeer(SandboxAddress address) {
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

    @Override
    public long write() {
        List<String> bodies = list("/users/" + address.centralMailbox() + "/contacts?$top=999").stream()
                .map(contact -> ((ObjectNode) contact).retain(SdkContacts.FIELDS).toString()).toList();
        List<Callable<Long>> tasks = new ArrayList<>();
        for (JsonNode user : list("/groups/" + address.targetGroup()
                + "/transitiveMembers/microsoft.graph.user?$count=true&$select=id&$top=999")) {
            tasks.add(() -> fill(user.path("id").asText(), bodies));
        }
        return Crew.work(WORKERS, tasks);
    }

    private long fill(String mailbox, List<String> bodies) throws IOException, InterruptedException {
        long created = 0;
        for (String body : bodies) {
            HttpRequest post = request(address.graph() + "/users/" + mailbox + "/contacts")
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
            HttpResponse<String> answer = http.send(post, HttpResponse.BodyHandlers.ofString());
            while (answer.statusCode() == THROTTLED) {
                Thread.sleep(1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
                answer = http.send(post, HttpResponse.BodyHandlers.ofString());
            }
            JSON.readTree(answer.body());
            created += answer.statusCode() == CREATED ? 1 : 0;
        }
        return created;
    }

    private List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        for (String next = address.graph() + path; !next.isEmpty();) {
            JsonNode page = read(request(next).header("ConsistencyLevel", "eventual").build());
            page.path("value").forEach(all::add);
            next = page.path("@odata.nextLink").asText();
        }
        return all;
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(target)).header("Authorization", "Bearer " + token);
    }

    private JsonNode read(HttpRequest request) {
        try {
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
