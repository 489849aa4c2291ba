package io.contactsync.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Spring Boot application with the routes beside its own: it synchronises, and stays as it was. */
class SpringBootHostTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    /** The host's format; Quartz indents all but the first line of what it says of itself. */
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\S+ +(INFO|WARN|ERROR) |  ).*|");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void itSynchronisesByARouteOfItsOwnAndStaysAsItWas() throws Exception {
        Example example = Example.build("spring-boot", folder);
        Path log = Files.createDirectory(folder.resolve("host")).resolve("host.log");
        try (HostTenant tenant = HostTenant.start(3, Files.createDirectory(folder.resolve("data")))) {
            Process host = example.start(log, "--server.port=0",
                    "--management.endpoints.web.exposure.include=health,prometheus,beans",
                    "--spring.config.additional-location=file:" + tenant.settings());
            try {
                String address = "http://127.0.0.1:" + port(host, log);
                synchronises(address, tenant);
                tellsActuator(address);
                staysAsItWas(address, log);
            } finally {
                host.destroy();
                host.waitFor();
            }
        }
    }

    private String port(Process host, Path log) {
        await().atMost(Duration.ofMinutes(10)).until(() -> !host.isAlive() || PORT.matcher(text(log)).find());
        assertThat(host.isAlive()).as(text(log)).isTrue();
        Matcher port = PORT.matcher(text(log));
        assertThat(port.find()).isTrue();
        await().atMost(Duration.ofMinutes(10)).until(() -> !host.isAlive()
                || get("http://127.0.0.1:" + port.group(1) + "/actuator/health").statusCode() == 200);
        assertThat(host.isAlive()).as(text(log)).isTrue();
        return port.group(1);
    }

    private void synchronises(String address, HostTenant tenant) throws Exception {
        assertThat(post(address + "/contacts/sync")).matches("exit 0, 3 mailboxes, [1-9]\\d+ created, 0 updated, .*");
        assertThat(post(address + "/contacts/sync")).isEqualTo("exit 0, 3 mailboxes, 0 created, 0 updated, 0 deleted");
        assertThat(tenant.ours()).hasSize(3).allMatch(contacts -> contacts > 500);
    }

    private void tellsActuator(String address) throws Exception {
        JsonNode contacts = new ObjectMapper().readTree(get(address + "/actuator/health").body())
                .at("/components/contacts");
        assertThat(contacts.path("status").asText()).isEqualTo("UP");
        assertThat(contacts.at("/details/last").asText()).matches("20\\d\\d-.*Z");
        assertThat(get(address + "/actuator/prometheus").body()).contains(
                "contactsync_runs_total{exit=\"0\",mode=\"sync\"} 2.0", "contactsync_graph_requests_total{");
    }

    /** Its error handler, its beans, its log. */
    private void staysAsItWas(String address, Path log) throws Exception {
        HttpResponse<String> order = get(address + "/orders");
        assertThat(order.statusCode()).isEqualTo(500);
        assertThat(order.body()).isEqualTo("the host's own word for it");
        assertThat(get(address + "/actuator/beans").body()).contains("hostRoutes").doesNotContain("io.contactsync");
        List<String> lines = text(log).lines().dropWhile(line -> !line.contains("Starting Application")).toList();
        assertThat(lines).anyMatch(line -> line.contains(" contact-sync ") && line.contains("exit=0"))
                .allMatch(LINE.asMatchPredicate());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private String post(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString()).body();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
