package io.contactsync.journal;

import io.contactsync.core.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets a data folder be older than it is. */
public final class Ageing {

    private Ageing() {
    }

    private static void quarantine(Path data, Duration time) {
        QuarantineFile file = new QuarantineFile(data);
        Map<String, Quarantine> older = new LinkedHashMap<>();
        file.read().forEach((mailbox, one) -> older.put(mailbox, new Quarantine(one.failures(),
                earlier(one.failed(), time), earlier(one.told(), time), one.pause(), one.left())));
        if (!older.isEmpty()) {
            file.write(older);
        }
    }

    private static Instant earlier(Instant at, Duration time) {
        return at == null ? null : at.minus(time);
    }

    /** As if these journals of it had been written that much earlier too. */
    public static void of(Path data, List<Path> journals, Duration time) {
        OlderJournals.of(data, journals, time);
        of(data, time);
    }

    /** As if its first run, and whatever was set aside, had been that much earlier. */
    public static void of(Path data, Duration time) {
        quarantine(data, time);
        Path file = data.resolve("state").resolve("began");
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("began ") || line.startsWith("settling 2")) {
                    String word = line.substring(0, line.indexOf(' ') + 1);
                    lines.add(word + Journal.time(Instant.parse(line.substring(word.length())).minus(time)));
                } else if (!line.startsWith("sum ")) {
                    lines.add(line);
                }
            }
            lines.add("sum " + LineSum.of(lines));
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
