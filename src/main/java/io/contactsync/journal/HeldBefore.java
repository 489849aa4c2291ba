package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.Hold;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What earlier runs held, as their journals tell: what an approval may name.
 *
 * @param ids of everything that was ever held
 * @param latest what the latest run with a journal held
 */
public record HeldBefore(Set<String> ids, List<Hold> latest) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the journals below a folder.
     *
     * @throws JournalException if one cannot be read
     */
    public static HeldBefore read(Path runs) {
        Set<String> ids = new LinkedHashSet<>();
        List<Hold> latest = List.of();
        for (Path journal : journals(runs)) {
            latest = holds(journal);
            latest.forEach(hold -> ids.add(hold.id()));
        }
        return new HeldBefore(ids, latest);
    }

    /** Oldest first: a run's folder begins with its time. */
    private static List<Path> journals(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.sorted(Comparator.comparing(Path::getFileName)).map(folder -> folder.resolve(Journal.FILE))
                    .filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new JournalException("the journals below '" + runs + "' cannot be read", unreadable);
        }
    }

    /** A damaged line holds nothing that could be approved. */
    private static List<Hold> holds(Path journal) {
        List<Hold> holds = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(journal), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"event\":\"hold\"")) {
                    hold(line, holds);
                }
            }
            return holds;
        } catch (IOException unreadable) {
            throw new JournalException("the journal '" + journal + "' cannot be read", unreadable);
        }
    }

    private static void hold(String line, List<Hold> holds) {
        try {
            JsonNode entry = JSON.readTree(line);
            holds.add(new Hold(entry.path("hold").asText(), entry.path("reason").asText()));
        } catch (JsonProcessingException damaged) {
            // says nothing
        }
    }
}
