package io.contactsync.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets a data folder be older than it is. */
public final class Ageing {

    private Ageing() {
    }

    /** As if its first run, and whatever was set aside, had been that much earlier. */
    public static void of(Path data, Duration time) {
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
