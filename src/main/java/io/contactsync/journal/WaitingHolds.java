package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What waits for a human, as the journals of earlier runs tell: the holds of the newest runs, back to the last one that came to its end. */
public final class WaitingHolds {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Exit codes of runs that may have ended before their guards said all. */
    private static final int FAILED = 1;

    private WaitingHolds() {
    }

    /**
     * Sentences by the ids of the holds, the newest run's first.
     *
     * @param runs the folder of all runs; may be missing
     * @throws JournalException if it cannot be read
     */
    public static Map<String, String> read(Path runs) {
        Map<String, String> holds = new LinkedHashMap<>();
        for (Path journal : newestFirst(runs)) {
            if (take(journal, holds)) {
                break;
            }
        }
        return holds;
    }

    private static List<Path> newestFirst(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.sorted(Comparator.reverseOrder()).map(folder -> folder.resolve(Journal.FILE)).filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new JournalException("the journals in '" + runs + "' cannot be read", unreadable);
        }
    }

    /** Adds the holds of one journal; whether its run came to its end. */
    private static boolean take(Path journal, Map<String, String> holds) {
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.filter(WaitingHolds::isTelling).map(line -> told(line, holds)).reduce(false, (before, ended) -> ended);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new JournalException("the journal '" + journal + "' cannot be read", unreadable);
        }
    }

    /** Most lines are changes: they are not parsed. */
    private static boolean isTelling(String line) {
        return line.contains("\"event\":\"run-start\"") || line.contains("\"event\":\"hold\"") || line.contains("\"event\":\"run-end\"");
    }

    private static boolean told(String line, Map<String, String> holds) {
        try {
            JsonNode entry = JSON.readTree(line);
            if (entry.path("event").asText().equals("run-start")) {
                entry.path("approvals").forEach(id -> holds.putIfAbsent(id.asText(), "approved before, in a run that may have been held"));
                return false;
            }
            if (entry.path("event").asText().equals("hold")) {
                holds.putIfAbsent(entry.path("hold").asText(), entry.path("reason").asText());
                return false;
            }
            return entry.path("exit").asInt() != FAILED && !entry.path("problems").toString().contains("stopped before the end");
        } catch (JsonProcessingException cutByAKill) {
            return false;
        }
    }
}
