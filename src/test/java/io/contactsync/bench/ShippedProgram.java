package io.contactsync.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * contact-sync as it ships: its script, its options for Java, its configuration, a data folder of its own.
 *
 * @param distribution folder that becomes the zip
 * @param folder       for its data and what it says
 * @param settings     keys of the configuration
 * @param environment  more than this process has
 */
record ShippedProgram(Path distribution, Path folder, Map<String, String> settings, Map<String, String> environment) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS = 1e9;
    private static final List<String> KINDS = List.of("/changes/created", "/changes/updated", "/changes/deleted",
            "/changes/refused", "/unchanged");

    /** As told to reach that sandbox. */
    static ShippedProgram of(Path distribution, Path folder, BenchTenant tenant, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(tenant.settings());
        settings.put("sync.data", folder.resolve("data").toString());
        settings.putAll(more);
        return new ShippedProgram(distribution, folder, settings,
                Map.of("GRAPH_CLIENT_SECRET", tenant.text("clientSecret")));
    }

    /** The same with other options for Java than it ships with. */
    ShippedProgram with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(key, value);
        return new ShippedProgram(distribution, folder, settings, more);
    }

    /** The same with another key of the configuration. */
    ShippedProgram set(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new ShippedProgram(distribution, folder, more, environment);
    }

    /** {@code contact-sync sync --json}. */
    ClientRun sync(long seconds) throws IOException {
        HeapLog heap = new HeapLog(Files.createTempDirectory(Files.createDirectories(folder), "heap"));
        double ended = ProcessorTime.ended();
        long began = System.nanoTime();
        Process process = start(heap.option(), "sync", "--json");
        await(process, seconds);
        double took = (System.nanoTime() - began) / NANOS;
        double processor = ProcessorTime.ended() - ended;
        JsonNode said = said(process.exitValue());
        long contacts = KINDS.stream().mapToLong(kind -> said.at(kind).asLong()).sum();
        return new ClientRun(said.path("seconds").asDouble(), took, processor, contacts,
                heap.peakMebibytes(), process.exitValue() == 0 ? "" : lacks(said));
    }

    /**
     * Starts a command. What it says goes into files of the folder.
     *
     * @param option for Java, beside those that it ships with
     */
    Process start(String option, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(distribution.resolve("bin/contact-sync").toString()));
        command.addAll(List.of(words));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.environment().put("JDK_JAVA_OPTIONS", option);
        return builder.start();
    }

    private static void await(Process process, long seconds) throws IOException {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IOException("it did not end within " + seconds + " s");
            }
        } catch (InterruptedException told) {
            throw new IOException(told);
        }
    }

    private JsonNode said(int exit) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out"));
        JsonNode said = lines.isEmpty() ? JSON.missingNode() : JSON.readTree(lines.get(lines.size() - 1));
        if (!said.isObject()) {
            throw new IOException("exit code " + exit + ": " + lastWords());
        }
        return said;
    }

    private static String lacks(JsonNode said) {
        JsonNode mailboxes = said.path("mailboxes");
        return "done " + mailboxes.path("done").asInt() + " of " + mailboxes.path("total").asInt() + " mailboxes; "
                + said.path("causes").path(0).path("cause").asText();
    }

    private String lastWords() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("err"))) {
            return lines.filter(line -> line.startsWith("contact-sync: ")).reduce((former, last) -> last).orElse("");
        }
    }
}
