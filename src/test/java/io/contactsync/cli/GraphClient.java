package io.contactsync.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.SandboxAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Another client of Graph, which shares nothing with the product: the JDK's own. */
public final class GraphClient {

    private final HttpClient http;
    private final String base;
    private final String token;

    public GraphClient(SandboxAddress address) {
        http = HttpClient.newBuilder().sslContext(trusting(Path.of(address.caCertificate()))).build();
        base = address.graph();
        String form = "grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_id="
                + address.clientId() + "&client_secret="
                + address.clientSecret();
        token = send(HttpRequest.newBuilder(URI.create(address.authority() + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build()).path("access_token").asText();
    }

    private static SSLContext trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("sandbox", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** All pages of a list. */
    public List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        String next = base + path.replace(" ", "%20").replace("'", "%27").replace("{", "%7B").replace("}", "%7D");
        while (!next.isEmpty()) {
            JsonNode page = send(HttpRequest.newBuilder(URI.create(next)).header("Authorization", "Bearer " + token)
                    .header("ConsistencyLevel", "eventual").build());
            page.path("value").forEach(all::add);
            next = page.path("@odata.nextLink").asText("");
        }
        return all;
    }

    /** The contacts of a mailbox that carry our hidden key. */
    public List<JsonNode> managed(String mailbox) {
        String expand = URLEncoder.encode("singleValueExtendedProperties($filter=id eq '" + HiddenProperties.KEY + "')",
                StandardCharsets.UTF_8).replace("+", "%20");
        return list("/users/" + mailbox + "/contacts?$top=500&$expand=" + expand).stream()
                .filter(contact -> !key(contact).isEmpty()).toList();
    }

    public static String key(JsonNode contact) {
        return contact.path("singleValueExtendedProperties").path(0).path("value").asText();
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return SyncBench.parse(response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
