package io.contactsync.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.SandboxClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sandbox as it ships, in a process of its own, and the view from above. */
final class BenchTenant implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long BASE_MEGABYTES = 1024;
    private static final long CONTACTS_A_MEGABYTE = 1000;

    private final Process process;
    private final JsonNode told;
    private final HttpClient http;

    private BenchTenant(Process process, JsonNode told) {
        this.process = process;
        this.told = told;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(SandboxClient.trusting(told.path("caCertificate").asText())).build();
    }

    /** @param options further options of {@code contact-sync sandbox} */
    static BenchTenant start(Path distribution, BenchSize size, List<String> options, Path errors) throws IOException {
        List<String> command = new ArrayList<>(List.of(distribution.resolve("bin/contact-sync").toString(), "sandbox",
                "--serve", "--json", "--mailboxes", Integer.toString(size.mailboxes()), "--contacts",
                Integer.toString(size.contacts())));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("CONTACT_SYNC_JAVA_OPTS", // the compiler that it ships with, but more memory
                "-XX:TieredStopAtLevel=1 -Xmx" + (BASE_MEGABYTES + size.all() / CONTACTS_A_MEGABYTE) + "m");
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("{")) {
            process.destroy();
            throw new IOException("the sandbox did not start, see " + errors);
        }
        return new BenchTenant(process, JSON.readTree(line));
    }

    /** How the program reaches it, the secret apart. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("graph.base-url", text("graph"));
        settings.put("graph.authority", text("authority"));
        settings.put("graph.ca-certificate", text("caCertificate"));
        settings.put("graph.tenant-id", text("tenant"));
        settings.put("graph.client-id", text("clientId"));
        settings.put("targets.from", "group");
        settings.put("targets.group", text("targetGroup"));
        settings.put("source.graph-contacts.mailboxes", text("centralMailbox"));
        settings.put("source.graph-contacts.region", "US");
        settings.put("sync.sources", "graph-contacts");
        settings.put("notify.channels", "");
        return settings;
    }

    SandboxAddress address() {
        return new SandboxAddress(text("graph"), text("authority"), text("tenant"), text("clientId"),
                text("clientSecret"), text("caCertificate"), text("targetGroup"), text("centralMailbox"), "",
                text("controlToken"), text("metadata"));
    }

    long pid() {
        return process.pid();
    }

    /** Requests so far, and how many of them were throttled. */
    JsonNode counts() throws IOException {
        return above("GET", "counts", "");
    }

    /** @param what behind {@code /sandbox/} */
    JsonNode above(String method, String what, String body) throws IOException {
        URI target = URI.create(text("authority")).resolve("/sandbox/" + what);
        HttpRequest request = HttpRequest.newBuilder(target).header("Authorization", "Bearer " + text("controlToken"))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(method + " " + target.getPath() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException told) {
            throw new IOException(told);
        }
    }

    String text(String key) {
        return told.path(key).asText();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
