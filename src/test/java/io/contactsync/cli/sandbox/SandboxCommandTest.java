package io.contactsync.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox command leaves nothing behind and says in one sentence what was wrong with its options. */
class SandboxCommandTest {

    @TempDir
    Path folder;

    private static Result small(String... more) {
        return SyncBench.run(
                Stream.concat(Stream.of("sandbox", "--latency", "0", "--size", "1x0", "--contacts", "1"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aPortInUseIsNamed() {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withMailboxes(1))) {
            String port = Integer.toString(URI.create(other.address().graph()).getPort());
            Result result = small("--port", port);
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.sentences()).singleElement().asString()
                    .startsWith("contact-sync: sandbox: port " + port + " cannot be opened")
                    .contains("allowed is a free one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--mailboxes many", "--nosuch", "extra", "--set sync.data", "--network 99999999999"})
    void whatIsMisspelledIsSaidInOneSentenceAndNotWithTheWholeHelp(String options) {
        Result result = SyncBench.run(("sandbox " + options).split(" "));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).singleElement().asString().startsWith("contact-sync: ")
                .endsWith("see 'contact-sync sandbox --help'");
    }

    @Test
    void aPlanThatIsNotThereIsSaidToBeMissing() {
        Path plan = folder.resolve("none.yaml");
        assertThat(small("--faults", plan.toString()).sentences()).singleElement().asString()
                .startsWith("contact-sync: " + plan + " does not exist");
    }

    @Test
    void theDataOfThreeGoodRunsIsRemoved() {
        Result result = small("--json");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("journal");
        List<String> runs = result.out().lines().map(line -> SyncBench.parse(line).path("run").asText()).toList();
        assertThat(runs).hasSize(3)
                .noneMatch(run -> data().anyMatch(data -> Files.exists(data.resolve("runs").resolve(run))));
    }

    @Test
    void journalsGoWhereTheyAreAskedFor() {
        Result result = small("--set", "sync.data=" + folder);
        assertThat(result.out()).contains("journal: " + folder);
        assertThat(folder.resolve("runs")).isDirectory();
    }

    @Test
    void whatIsKeptIsLeftAndTheRestRemoved() throws IOException {
        SandboxData kept = new SandboxData();
        SandboxData removed = new SandboxData();
        for (SandboxData each : List.of(kept, removed)) {
            Files.writeString(Files.createDirectory(each.folder().resolve("runs")).resolve("journal.jsonl"), "");
        }
        kept.keep();
        kept.close();
        removed.close();
        assertThat(kept.folder().resolve("runs/journal.jsonl")).exists();
        assertThat(removed.folder()).doesNotExist();
        Files.delete(kept.folder().resolve("runs/journal.jsonl"));
        Files.delete(kept.folder().resolve("runs"));
        Files.delete(kept.folder());
    }

    private static Stream<Path> data() {
        File[] folders = new File(System.getProperty("java.io.tmpdir"))
                .listFiles((in, name) -> name.startsWith("contact-sync-sandbox-data"));
        return Stream.of(folders).map(File::toPath);
    }
}
