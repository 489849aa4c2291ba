package io.contactsync.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.journal.Ageing;
import io.contactsync.run.PlanFile;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunReport;
import io.contactsync.run.StoredPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** As if all of it had happened that much earlier. */
    final void makeOlder(Duration time) {
        Ageing.of(data, journals().stream().filter(Files::exists).toList(), time);
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
