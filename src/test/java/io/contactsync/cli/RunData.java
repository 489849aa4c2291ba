package io.contactsync.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.run.PlanFile;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunReport;
import io.contactsync.run.StoredPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What runs have left in a data folder, and time passing over it. */
public class RunData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;

    RunData(Path data) {
        this.data = data;
    }

    public final Path data() {
        return data;
    }

    /** The journals' files, the oldest run first. */
    public List<Path> journals() {
        Path runs = data.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.sorted().map(folder -> folder.resolve("journal.jsonl")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The latest run's folder. */
    public Path latest() {
        return journals().get(journals().size() - 1).getParent();
    }

    /** The latest run's plan. */
    public StoredPlan plan() {
        return PlanFile.read(latest().resolve(RunFolder.PLAN));
    }

    /** The latest run's report. */
    public RunReport report() {
        return RunFolder.read(latest());
    }

    /** The latest run's journal. */
    public List<JsonNode> journal() {
        return read(journals().get(journals().size() - 1));
    }

    public static List<JsonNode> read(Path journal) {
        try {
            return Files.readAllLines(journal).stream().map(RunData::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<JsonNode> journal(String event) {
        return journal().stream().filter(line -> line.path("event").asText().equals(event)).toList();
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(json, broken);
        }
    }

    /** The journals, as if they had been written that much earlier. */
    final void makeOlder(Duration time) {
        for (Path journal : journals()) {
            List<String> lines = read(journal).stream().map(line -> earlier((ObjectNode) line, time)).toList();
            try {
                Files.write(journal, lines);
                Files.setLastModifiedTime(journal, FileTime.from(Instant.now().minus(time)));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** Without its check sum, which would no longer be right. */
    private static String earlier(ObjectNode line, Duration time) {
        line.remove("sum");
        for (String name : List.of("at", "graph")) {
            if (line.has(name)) {
                line.put(name, earlier(line.path(name).asText(), time));
            }
        }
        return line.toString();
    }

    private static String earlier(String at, Duration time) {
        return Instant.parse(at).minus(time).plusNanos(1_000_000).truncatedTo(ChronoUnit.SECONDS).toString()
                .replace("Z", ".000Z");
    }

    /** As on a new machine: neither journals nor what the sources named last. */
    public void loseData() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
