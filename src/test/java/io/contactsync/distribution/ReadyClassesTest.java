package io.contactsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's first start makes classes ready for all later ones, and no start fails for it. */
@DisabledOnOs(OS.WINDOWS)
class ReadyClassesTest {

    private static final String CONFIGURED = "--set graph.authority=https://127.0.0.1:1/contoso.com --set "
            + "graph.base-url=https://127.0.0.1:1/v1.0 --set graph.tenant-id=contoso.com --set graph.client-id="
            + "00000000-0000-0000-0000-000000000000 --set notify.channels= --set sync.sources=graph-users";
    private static final String FROM_THERE = "source: shared objects file";

    @TempDir
    Path temp;
    private Path program;
    private Path cache;

    @BeforeEach
    void copy() throws IOException {
        program = temp.resolve("program");
        cache = program.resolve("cache");
        Files.createDirectories(program);
        for (String part : List.of("bin", "lib", "config", "routes")) {
            copy(Distribution.folder(), part);
        }
    }

    private void copy(Path made, String part) throws IOException {
        try (Stream<Path> all = Files.walk(made.resolve(part))) {
            for (Path each : all.toList()) {
                Files.copy(each, program.resolve(made.relativize(each).toString()));
            }
        }
    }

    @Test
    void theFirstStartMakesThemAndLaterOnesUseThem() throws Exception {
        start(Map.of(), "bin/contact-sync sync --help & bin/contact-sync sync --help; wait");
        await().atMost(Duration.ofMinutes(3)).until(() -> made().size() == 1 && files(".lock").isEmpty());
        List<String> loaded = loaded("bin/contact-sync sync --json " + CONFIGURED + " --set sync.data="
                + temp.resolve("data"));
        assertThat(loaded.stream().filter(line -> line.contains(FROM_THERE))).hasSizeGreaterThan(5000);
        assertThat(loaded.stream().filter(line -> line.contains("source: file:")))
                .as("classes that a start looks for in jars all the same").hasSizeLessThan(150);
        anotherJava();
        anotherJar();
        notAllOfTheFile();
    }

    private void anotherJava() throws Exception {
        Path java = Files.createDirectories(temp.resolve("java/bin")).resolve("java");
        String real = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(java, "#!/bin/sh\n[ \"$1\" != -version ] || { echo 'openjdk version \"99\"'; exit; }\nexec "
                + real + " \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(ours(loaded(Map.of("JAVA_HOME", temp.resolve("java").toString()), "bin/contact-sync --version")))
                .isEmpty();
    }

    private void anotherJar() throws Exception {
        assertThat(ours(loaded("bin/contact-sync --version"))).isNotEmpty();
        Path more = program.resolve("lib/zz.jar");
        try (Stream<Path> jars = Files.list(program.resolve("lib"))) {
            Files.copy(jars.findFirst().orElseThrow(), more);
        }
        assertThat(ours(loaded("bin/contact-sync --version"))).isEmpty();
        Files.delete(more);
        assertThat(ours(loaded("bin/contact-sync --version"))).isNotEmpty();
    }

    private void notAllOfTheFile() throws Exception {
        Path whole = made().get(0);
        byte[] bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(ours(loaded("bin/contact-sync --version"))).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenItStartsAsEver() throws Exception {
        Files.writeString(cache, "a file, so that there is no folder");
        assertThat(start(Map.of(), "bin/contact-sync sync --help")).contains("Usage: contact-sync sync");
        Files.delete(cache);
        assertThat(start(Map.of(), "ulimit -f 2000; bin/contact-sync sync --help")).contains("Usage: contact-sync");
        await().atMost(Duration.ofMinutes(3)).until(() -> files(".lock").stream()
                .anyMatch(lock -> Files.exists(lock.resolve("failed"))));
        assertThat(made()).as("a file that did not fit").isEmpty();
        assertThat(start(Map.of(), "bin/contact-sync --version")).startsWith("contact-sync ");
    }

    private static Stream<String> ours(List<String> loaded) {
        return loaded.stream().filter(line -> line.contains("io.contactsync.") && line.contains(FROM_THERE));
    }

    private List<Path> made() throws IOException {
        return files(".jsa");
    }

    private List<Path> files(String end) throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(cache)) {
            return all.filter(each -> each.toString().endsWith(end)).toList();
        }
    }

    private List<String> loaded(String command) throws Exception {
        return loaded(Map.of(), command);
    }

    /** Each class, and where it came from. */
    private List<String> loaded(Map<String, String> environment, String command) throws Exception {
        Path log = temp.resolve("loaded-%p.log");
        Map<String, String> all = new HashMap<>(environment);
        all.put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        start(all, command);
        try (Stream<Path> logs = Files.list(temp)) {
            Path longest = logs.filter(each -> each.getFileName().toString().startsWith("loaded-"))
                    .max((one, other) -> Long.compare(one.toFile().length(), other.toFile().length())).orElseThrow();
            List<String> lines = Files.readAllLines(longest);
            start(Map.of(), "rm " + temp + "/loaded-*.log");
            return lines;
        }
    }

    private String start(Map<String, String> environment, String command) throws Exception {
        Path output = temp.resolve("output.txt");
        Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home"),
                "GRAPH_CLIENT_SECRET", "secret", "CONTACT_SYNC_JAVA_OPTS", ""));
        all.putAll(environment);
        Distribution.run(output, all, List.of("sh", "-c", "cd '" + program + "' && " + command));
        return Files.readString(output);
    }
}
