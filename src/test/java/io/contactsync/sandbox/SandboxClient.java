package io.contactsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Talks to a sandbox over the wire, with a token, as a client would. */
public final class SandboxClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A token that does not come by then never comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final SandboxAddress address;
    private final HttpClient http;
    private String token;

    /** An answer with its body read as JSON, if it is. */
    record Answer(int status, Map<String, java.util.List<String>> headers, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String code() {
            return json().at("/error/code").asText();
        }

        String message() {
            return json().at("/error/message").asText();
        }

        String header(String name) {
            return headers.entrySet().stream().filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(each -> each.getValue().get(0)).findFirst().orElse(null);
        }
    }

    SandboxClient(SandboxAddress address) {
        this.address = address;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(address.caCertificate())).build();
    }

    SandboxClient signIn() {
        Answer answer = token(credentials());
        token = answer.json().get("access_token").asText();
        return this;
    }

    String token() {
        return token;
    }

    Map<String, String> credentials() {
        return Map.of("grant_type", "client_credentials", "client_id", address.clientId(), "client_secret",
                address.clientSecret(),
            "scope", "https://graph.microsoft.com/.default");
    }

    Answer token(Map<String, String> form) {
        return token(address.authority(), form);
    }

    Answer token(String authority, Map<String, String> form) {
        return form(URI.create(authority + "/oauth2/v2.0/token"), form);
    }

    /** @param path behind the authority */
    Answer form(String path, Map<String, String> form) {
        return form(URI.create(address.authority() + path), form);
    }

    CompletableFuture<Answer> tokenLater() {
        HttpRequest request = formRequest(URI.create(address.authority() + "/oauth2/v2.0/token"), credentials());
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(SandboxClient::answer);
    }

    private Answer form(URI target, Map<String, String> form) {
        return send(formRequest(target, form));
    }

    /** @param basic id and secret as they stand in the header Authorization, before base64 */
    Answer basicToken(String basic) {
        String header = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", credentials().get("scope"));
        return send(
                HttpRequest.newBuilder(formRequest(URI.create(address.authority() + "/oauth2/v2.0/token"), form),
                        (name, value) -> true)
            .header("Authorization", header).build());
    }

    private static HttpRequest formRequest(URI target, Map<String, String> form) {
        String body = form.entrySet().stream().map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(target).timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    /** From now on with another token. */
    SandboxClient as(String other) {
        token = other;
        return this;
    }

    Answer get(String target, String... headers) {
        return send("GET", target, null, headers);
    }

    Answer post(String target, String json, String... headers) {
        return send("POST", target, json, headers);
    }

    Answer patch(String target, String json, String... headers) {
        return send("PATCH", target, json, headers);
    }

    Answer delete(String target, String... headers) {
        return send("DELETE", target, null, headers);
    }

    Answer batch(String json) {
        return post("/$batch", json);
    }

    Answer send(String method, String target, String json, String... headers) {
        return send(request(method, target, json, headers));
    }

    CompletableFuture<Answer> sendLater(String method, String target, String json) {
        return http.sendAsync(request(method, target, json), HttpResponse.BodyHandlers.ofString())
                .thenApply(SandboxClient::answer);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest request(String method, String target, String json, String... headers) {
        URI uri = URI.create(target.startsWith("http") ? target : address.graph() + target);
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).method(method,
            json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (json != null) {
            builder.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    private Answer send(HttpRequest request) {
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    public static SSLContext trusting(String pem) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust(pem)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts the certificate in that file and no other. */
    public static X509TrustManager trust(String pem) {
        try (InputStream in = Files.newInputStream(Path.of(pem))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("sandbox", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return (X509TrustManager) trust.getTrustManagers()[0];
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
