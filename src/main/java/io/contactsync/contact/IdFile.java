package io.contactsync.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of ids, one a line; {@code #} begins a comment, empty lines do not count. */
public final class IdFile {

    private IdFile() {
    }

    /**
     * Its ids.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public static List<String> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty()).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new IllegalArgumentException("the file of ids '" + file + "' " + (Files.exists(file) ? "cannot be read as UTF-8 text" : "does not exist"));
        }
    }
}
