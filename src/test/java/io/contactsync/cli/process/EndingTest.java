package io.contactsync.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.service.Latency;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes of their own that are told to end: on a terminal, by signal, by a reader who goes away. */
@DisabledOnOs(OS.WINDOWS)
class EndingTest {

    private static final String CTRL_C = "\u0003";
    private static final String UP = "\u001b[2A";
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path temp;

    private static Sandbox tenant(Duration latency) {
        return Sandbox.start(SandboxOptions.defaults().withMailboxes(4).withCentralContacts(120)
                .withLatency(Latency.fixed(latency)));
    }

    private List<String> command(Sandbox sandbox, String... more) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temp, "-cp", System.getProperty("java.class.path"),
                        "io.contactsync.cli.ContactSync"));
        command.addAll(List.of(more));
        if (sandbox != null) {
            new SandboxAccess(sandbox.address()).synchronisation()
                    .forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
            command.addAll(List.of("--set", "sync.sources=graph-contacts", "--set", "source.graph-contacts.region=US"));
        }
        command.addAll(List.of("--set", "sync.data=" + data()));
        return command;
    }

    private Path data() {
        return temp.resolve("data");
    }

    /** The command on a pseudo-terminal; what is written to the process is typed there. */
    private Process onTerminal(List<String> command) throws IOException {
        return onTerminal("xterm", command);
    }

    private Process onTerminal(String kind, List<String> command) throws IOException {
        assumeThat(SCRIPT).as("a pseudo-terminal is needed: install util-linux (macOS has another script)")
                .isExecutable();
        Path file = temp.resolve("command.sh");
        // whoever runs the tests in the background of a shell ignores SIGINT, and so would all that they start
        Files.writeString(file, "exec env --default-signal=INT "
                + String.join(" ", command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList())
                + "\n");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qec", "sh " + file, "/dev/null");
        builder.environment().put("TERM", kind);
        return started(builder);
    }

    private Process started(ProcessBuilder builder) throws IOException {
        return builder.redirectOutput(output().toFile()).redirectErrorStream(true).start();
    }

    private Path output() {
        return temp.resolve("output.txt");
    }

    private static void type(Process process, String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    private void until(Process process, Predicate<String> seen, Path... files) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(process.isAlive()).as(() -> text(output())).isTrue();
            return Stream.of(files).anyMatch(file -> seen.test(text(file)));
        });
    }

    private void untilJournalSays(Process process, String what) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(process.isAlive()).as(() -> text(output())).isTrue();
            return Files.isDirectory(data().resolve("runs")) && text(journal()).contains(what);
        });
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private Path journal() {
        try (Stream<Path> runs = Files.list(data().resolve("runs"))) {
            return runs.findFirst().orElse(temp).resolve("journal.jsonl");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(() -> text(output())).isTrue();
        return process.exitValue();
    }

    private void everyIntentEnded() {
        Set<String> open = new HashSet<>();
        List<JsonNode> lines = SyncBench.read(journal());
        for (JsonNode line : lines) {
            String change = line.path("mailbox").asText() + line.path("key").asText() + line.path("change").asText();
            if (line.path("event").asText().equals("intent") && line.has("key")) {
                open.add(change);
            } else if (line.path("event").asText().equals("outcome")) {
                open.remove(change);
            }
        }
        assertThat(open).isEmpty();
        assertThat(lines.get(lines.size() - 1).path("event").asText()).isEqualTo("run-end");
    }

    @Test
    void ctrlCOnATerminalEndsARunCleanly() throws Exception {
        try (Sandbox sandbox = tenant(Duration.ofMillis(300))) {
            Process process = onTerminal(command(sandbox, "sync"));
            untilJournalSays(process, "\"applied\"");
            type(process, CTRL_C);
            assertThat(exit(process)).as(text(output())).isEqualTo(130);
            assertThat(text(output()))
                    .contains("stopping, waiting for ", "Ctrl-C again ends at once", "stopped before the end",
                            "journal: ")
                    .contains(UP, "reading    4/4 mailboxes", "writing    ", "  stopped  before their end",
                            "the next run goes on")
                    .doesNotContain("failed");
            endedCleanly();
            everyIntentEnded();
        }
    }

    /** No trace of a failure, the cursor was never hidden nor put elsewhere, and the last line is whole. */
    private void endedCleanly() {
        assertThat(text(output())).doesNotContain("\tat ", "Exception", "\u001b[?25l", "\u001b[?1049h").endsWith("\n");
    }

    @ParameterizedTest
    @CsvSource({"sync,reading    source", "check,configuration", "serve,waiting for '"})
    void ctrlCAtAnyMomentLeavesNoTrace(String name, String moment) throws Exception {
        try (Sandbox sandbox = tenant(Duration.ofMillis(300)); ServerSocket free = new ServerSocket(0)) {
            List<String> command = command(sandbox, name);
            command.addAll(List.of("--set", "management.port=" + free.getLocalPort()));
            free.close();
            Process process = onTerminal(command);
            until(process, text -> text.contains(moment), output());
            type(process, CTRL_C);
            assertThat(exit(process)).as(text(output())).isEqualTo(130);
            endedCleanly();
        }
    }

    @Test
    void onADumbTerminalNothingIsDrawnASecondTime() throws Exception {
        try (Sandbox sandbox = tenant(Duration.ZERO)) {
            Process process = onTerminal("dumb", command(sandbox, "sync"));
            assertThat(exit(process)).as(text(output())).isZero();
            assertThat(text(output())).contains("reading source graph-contacts", "4 mailboxes: 4 done")
                    .doesNotContain(UP);
            endedCleanly();
        }
    }

    @Test
    void aSecondCtrlCEndsAtOnce() throws Exception {
        try (Sandbox sandbox = tenant(Duration.ZERO)) {
            sandbox.faults().whenBatch().times(1_000).delay(Duration.ofMinutes(2));
            Process process = onTerminal(command(sandbox, "sync"));
            untilJournalSays(process, "\"change\":\"create\"");
            type(process, CTRL_C);
            until(process, text -> text.contains("Ctrl-C again ends at once"), output());
            type(process, CTRL_C);
            assertThat(exit(process)).isEqualTo(130);
            assertThat(text(journal())).doesNotContain("run-end");
        }
    }

    @Test
    void sigtermEndsARunCleanly() throws Exception {
        try (Sandbox sandbox = tenant(Duration.ofMillis(300))) {
            Process process = started(new ProcessBuilder(command(sandbox, "sync")));
            untilJournalSays(process, "\"applied\"");
            process.destroy();
            assertThat(exit(process)).as(text(output())).isEqualTo(143);
            assertThat(text(output())).contains("stopped before the end");
            everyIntentEnded();
        }
    }

    @Test
    void aReaderWhoGoesAwayDoesNotEndARun() throws Exception {
        try (Sandbox sandbox = tenant(Duration.ZERO)) {
            Process process = new ProcessBuilder(command(sandbox, "sync")).redirectError(output().toFile()).start();
            try (InputStream unread = process.getInputStream()) {
                assertThat(unread).isNotNull();
            }
            assertThat(exit(process)).as(text(output())).isZero();
            everyIntentEnded();
        }
    }

    @Test
    void theSandboxLeavesNothingInTheTemporaryFolder() throws Exception {
        List<String> command = command(null, "sandbox", "--mailboxes", "4", "--latency", "300");
        List<String> withItsOwnData = command.subList(0, command.size() - 2);
        Process process = onTerminal(withItsOwnData);
        until(process, text -> text.contains("writing    "), output());
        type(process, CTRL_C);
        assertThat(exit(process)).as(text(output())).isEqualTo(130);
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("contact-sync-sandbox"));
        }
    }
}
