package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What earlier runs held, as their journals tell: an approval may name what an older version held, which is not in the holds' own file. */
public final class HeldBefore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HeldBefore() {
    }

    /**
     * Ids of everything that was ever held, by the journals below a folder.
     *
     * @throws JournalException if one cannot be read
     */
    public static Set<String> ids(Path runs) {
        Set<String> ids = new LinkedHashSet<>();
        journals(runs).forEach(journal -> ids(journal, ids));
        return ids;
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
    private static void ids(Path journal, Set<String> ids) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(journal), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"event\":\"hold\"")) {
                    id(line, ids);
                }
            }
        } catch (IOException unreadable) {
            throw new JournalException("the journal '" + journal + "' cannot be read", unreadable);
        }
    }

    private static void id(String line, Set<String> ids) {
        try {
            ids.add(JSON.readTree(line).path("hold").asText());
        } catch (JsonProcessingException damaged) {
            // says nothing
        }
    }
}
