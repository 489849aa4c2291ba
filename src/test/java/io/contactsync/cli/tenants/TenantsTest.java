package io.contactsync.cli.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.contactsync.cli.Above;
import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.app.Hub;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Several tenants in one process: each for itself, one page, and what is wrong with one is that one's. */
class TenantsTest {

    private static final String NEVER = "0 0 5 1 1 ?";
    private static final String EACH_SECOND = "* * * * * ?";

    @TempDir
    Path temp;

    private Path folder;

    @Command
    private static final class Options {
        @Mixin
        private CommonOptions common;
    }

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temp.resolve("tenants"));
    }

    private static CommonOptions options(String... arguments) {
        Options options = new Options();
        new CommandLine(options).parseArgs(arguments);
        return options.common;
    }

    private void tenant(SyncBench bench, String name, Map<String, String> keys) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(bench.settings());
        all.put("sync.data", temp.resolve("data-" + name).toString());
        all.put("schedule.cron", NEVER);
        all.putAll(keys);
        Files.write(folder.resolve(name + ".properties"),
                all.entrySet().stream().map(key -> key.getKey() + " = " + key.getValue()).toList());
    }

    private static Hub hub(int port) {
        return Hub.start(options("--set", "management.port=" + port).configuration());
    }

    @Test
    void eachIsServedForItselfAndWhatIsWrongWithOneIsThatOnes() throws Exception {
        int port = FreePort.now();
        try (SyncBench bench = SyncBench.startSmall(temp.resolve("bench"))) {
            tenant(bench, "alpha", Map.of("schedule.cron", EACH_SECOND));
            tenant(bench, "beta", Map.of("schedule.cron", EACH_SECOND, "sync.instance", "beta",
                    "graph.client-secret", "wrong"));
            tenant(bench, "gamma", Map.of("sync.instance", "gamma", "sync.setle-minutes", "15"));
            tenant(bench, "delta", Map.of("sync.instance", "delta", "management.port", "9465"));
            tenant(bench, "epsilon", Map.of("sync.instance", "epsilon"));
            try (Hub hub = hub(port); Tenants tenants = new Tenants(hub)) {
                hub.expect(List.of("alpha", "beta"));
                assertThat(get(port, "/").body()).contains("Of 2 tenants, 2 are not started yet.");
                assertThat(tenants.start(folder, options())).isEqualTo(3);
                await().atMost(Duration.ofMinutes(2)).until(() -> get(port, "/").body().contains("The last run failed")
                        && get(port, "/tenants/alpha/").body().contains("The last run did not fail."));
                assertThat(get(port, "/").body()).contains("Of 5 tenants, 3 failed or are not served",
                        "href=\"tenants/alpha/\"", "gamma.properties: the key 'sync.setle-minutes' is not used",
                        "delta.properties: the key 'management.port' counts for all tenants", "No run yet.");
                health(port);
                assertThat(Above.ours(bench.sandbox())).allMatch(contacts -> contacts == 40);
                reports(port);
                tenants.stop();
            }
        }
    }

    private static void health(int port) throws Exception {
        HttpResponse<String> health = get(port, "/observe/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("last-run-beta", "the client secret is wrong", "last-run-delta",
                "last-run-gamma", "not started: ").doesNotContain("last-run-alpha");
    }

    private static void reports(int port) throws Exception {
        String page = get(port, "/tenants/alpha/").body();
        String run = page.replaceAll("(?s).*?href=\"(runs/[^\"]+)\".*", "$1");
        assertThat(get(port, "/tenants/alpha/" + run).body()).contains("Run ");
        assertThat(get(port, "/tenants/beta/" + run).statusCode()).isEqualTo(404);
        assertThat(get(port, "/tenants/gamma/").statusCode()).isEqualTo(404);
        assertThat(get(port, "/tenants/alpha/now").body()).contains("id=\"health\"").doesNotContain("<html");
    }

    @Test
    void noTwoShareADataFolderOrTheContactsThatAreTheirs() throws Exception {
        Files.createSymbolicLink(temp.resolve("link"), Files.createDirectory(temp.resolve("a")));
        SharedByNone claims = new SharedByNone(Map.of("one", read("a", "main", "T-1"),
                "two", read("link", "main", "T-2"), "three", read("c", "main", "t-1"),
                "four", read("d", "other", "T-1")));
        assertThat(claims.objection("one")).contains("sync.data must be a folder of its own - '" + temp.resolve("a")
                + "' is also that of the tenant 'two'");
        assertThat(claims.objection("two")).as("neither of them").get().asString().endsWith("of the tenant 'one'");
        assertThat(claims.objection("three")).contains("sync.instance must differ where two have the same "
                + "graph.tenant-id - 'main' is also that of the tenant 'one'");
        assertThat(claims.objection("four")).isEmpty();
    }

    @Test
    void noTwoShareTheQueuesToTheirWorkers() {
        String broker = "workers.broker=tcp://b";
        SharedByNone claims = new SharedByNone(Map.of("one", read("a", "a", "T", broker), "two",
                read("b", "b", "T", broker), "three", read("c", "c", "T", broker, "workers.queue=three"),
                "four", read("d", "d", "T"), "five", read("e", "e", "T")));
        assertThat(claims.objection("one")).contains("workers.queue must differ where two have the same workers.broker"
                + " - 'contact-sync' is also that of the tenant 'two'");
        assertThat(List.of("three", "four", "five")).as("its own, or no workers")
                .allMatch(name -> claims.objection(name).isEmpty());
    }

    private Configuration read(String data, String instance, String tenant, String... more) {
        String[] keys = {"sync.data=" + temp.resolve(data), "sync.instance=" + instance, "graph.tenant-id=" + tenant};
        return options(Stream.concat(Stream.of(keys), Stream.of(more)).flatMap(key -> Stream.of("--set", key))
                .toArray(String[]::new)).configuration();
    }

    @Test
    void whoseMailboxesAreWrittenNoDefaultSays() throws Exception {
        Files.writeString(folder.resolve("alpha.properties"), "sync.data = " + temp.resolve("a") + "\n");
        try (Hub hub = hub(FreePort.now()); Tenants tenants = new Tenants(hub)) {
            assertThatThrownBy(() -> tenants.start(folder, options()))
                    .hasMessageEndingWith("alpha.properties must name the key targets.from, which has no default");
        }
    }

    @Test
    void whereNoneCanBeServedNothingIs() throws Exception {
        Files.writeString(folder.resolve("alpha.properties"), "targets.from = group\nsync.data = a\nsync.sourcs = x\n");
        try (Hub hub = hub(FreePort.now()); Tenants tenants = new Tenants(hub)) {
            assertThatThrownBy(() -> tenants.start(folder, options())).isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no tenant of '" + folder + "' can be served; the first: ")
                    .hasMessageContaining("sync.sourcs");
            assertThatThrownBy(() -> tenants.start(temp.resolve("none"), options()))
                    .hasMessageContaining("--tenants must name a folder");
            assertThatThrownBy(() -> tenants.start(Files.createDirectory(temp.resolve("empty")), options()))
                    .hasMessageContaining("there is no file <name>.properties in ");
        }
    }

    @Test
    void aTenantHasRoutesOfItsOwn() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp.resolve("bench"))) {
            Path offices = Files.createDirectory(temp.resolve("offices"));
            Files.writeString(offices.resolve("offices.csv"), "id,name,phone\n1,Harbour,+49 40 123456\n");
            tenant(bench, "alpha", Map.of("sync.sources", "offices", "source.offices.folder", offices.toString(),
                    "schedule.cron", EACH_SECOND));
            tenant(bench, "beta", Map.of("sync.instance", "beta"));
            Path own = Files.createDirectories(folder.resolve("alpha/sources"));
            Files.writeString(own.resolve("source-offices.camel.yaml"), """
                    # In: one row. Out: the contact made of it.
                    - route:
                        id: contact-sync-source-offices
                        routeConfigurationId: contact-sync
                        from:
                          uri: kamelet:csv-contacts-source
                          parameters:
                            source: offices
                            folder: "{{contact-sync.source.offices.folder}}"
                          steps:
                            - transform:
                                expression:
                                  jq:
                                    expression: "{id: .id, displayName: .name, businessPhones: [.phone]}"
                    """);
            int port = FreePort.now();
            try (Hub hub = hub(port); Tenants tenants = new Tenants(hub)) {
                assertThat(tenants.start(folder, options())).isEqualTo(2);
                await().atMost(Duration.ofMinutes(2)).until(() -> get(port, "/tenants/alpha/").body()
                        .contains("The last run did not fail."));
                assertThat(Above.ours(bench.sandbox())).as("of its own source").allMatch(contacts -> contacts == 1);
                tenants.stop();
            }
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aTenantsNameIsOneWord() throws Exception {
        Files.writeString(folder.resolve("Contoso GmbH.properties"), "\n");
        try (Hub hub = hub(FreePort.now()); Tenants tenants = new Tenants(hub)) {
            assertThatThrownBy(() -> tenants.start(folder, options())).hasMessageContainingAll(
                    "a tenant's name must be kebab-case", "'Contoso GmbH'");
        }
    }
}
