package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code --set} goes over the environment, the environment over the file: in a process of its own, which has an
 * environment.
 */
class PrecedenceTest {

    @TempDir
    Path temp;

    private Process sync(Sandbox sandbox, Map<String, String> environment, String... more) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-Dsync.instance=property", "-cp", System.getProperty("java.class.path"),
                        "io.contactsync.cli.ContactSync", "sync", "--json"));
        Map<String, String> settings = new SandboxAccess(sandbox.address()).synchronisation();
        settings.remove("graph.client-secret");
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(temp.resolve("output.txt").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return process;
    }

    private JsonNode runStart(Path data) throws Exception {
        try (Stream<Path> runs = Files.list(data.resolve("runs"))) {
            return SyncBench.read(runs.findFirst().orElseThrow().resolve("journal.jsonl")).get(0);
        }
    }

    private String output() throws Exception {
        return Files.readString(temp.resolve("output.txt"));
    }

    @Test
    void whatIsSetGoesOverTheEnvironmentAndTheEnvironmentOverTheFile() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(1).withCentralContacts(3))) {
            Map<String, String> environment =
                    Map.of("GRAPH_CLIENT_SECRET", sandbox.address().clientSecret(), "SYNC_INSTANCE", "environment",
                    "SYNC_DATA", temp.resolve("environment").toString(), "SYNC_SOURCES", "graph-contacts");
            Process process = sync(sandbox, environment, "--set", "sync.data=" + temp.resolve("set"), "--set",
                    "sync.instance=told");
            assertThat(process.exitValue()).as(output()).isZero();
            assertThat(temp.resolve("environment")).doesNotExist();
            JsonNode start = runStart(temp.resolve("set"));
            assertThat(start.path("instance").asText()).isEqualTo("told");
            assertThat(start.path("sources").toString()).isEqualTo("[\"graph-contacts\"]");
        }
    }

    @Test
    void aSecretOfTheEnvironmentIsTakenLiterally() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(1).withCentralContacts(3))) {
            Process process = sync(sandbox, Map.of("GRAPH_CLIENT_SECRET", "p{{eim}}q"), "--set",
                    "sync.data=" + temp.resolve("data"));
            assertThat(process.exitValue()).as(output()).isEqualTo(1);
            assertThat(output()).contains("the client secret is wrong").doesNotContain("eim", "placeholder");
        }
    }

    @Test
    void aSecretOnTheCommandLineWorksAndWarnsOnceBehindWhatIsWrong() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(1).withCentralContacts(3))) {
            String secret = "graph.client-secret=" + sandbox.address().clientSecret();
            Process good = sync(sandbox, Map.of(), "--set", secret, "--set", "sync.data=" + temp.resolve("data"));
            assertThat(good.exitValue()).as(output()).isZero();
            assertThat(output()).containsOnlyOnce("everybody on this machine can see '--set graph.client-secret=...'")
                    .doesNotContain(sandbox.address().clientSecret());
            Process bad = sync(sandbox, Map.of(), "--set", secret, "--set", "targets.from=nobody");
            assertThat(bad.exitValue()).isEqualTo(2);
            assertThat(output()).startsWith("contact-sync: targets.from must be one of ");
        }
    }
}
