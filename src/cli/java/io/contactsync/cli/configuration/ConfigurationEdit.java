package io.contactsync.cli.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The configuration's file as lines: single ones are changed, all others, comments among them, stay as somebody wrote
 * them.
 */
public final class ConfigurationEdit {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);

    private final Path file;
    private final String lineEnd;
    private final List<String> lines;
    private boolean changed;

    private ConfigurationEdit(Path file, String text) {
        this.file = file;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.lines = new ArrayList<>(text.lines().toList());
    }

    /** @throws ConfigurationException if it cannot be read */
    public static ConfigurationEdit read(Path file) {
        try {
            return new ConfigurationEdit(file.toRealPath(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new ConfigurationException("the configuration '" + file + "' cannot be read (" + unreadable.getClass()
                    .getSimpleName() + ")");
        }
    }

    /** Gives a key another value. A key that the file does not have comes to its end. */
    public void set(String key, String value) {
        int place = place(key);
        String line = key + " =" + (value.isEmpty() ? "" : " " + value.replace("\\", "\\\\"));
        if (place < 0) {
            lines.add(line);
        } else if (!lines.get(place).equals(line)) {
            int end = end(place);
            lines.subList(place, end + 1).clear();
            lines.add(place, line);
        } else {
            return;
        }
        changed = true;
    }

    /** Puts lines behind the last key that begins so, or at the end. */
    public void addBehind(String prefix, List<String> more) {
        int place = lines.size();
        for (int line = 0; line < lines.size(); line++) {
            place = lines.get(line).startsWith(prefix) ? end(line) + 1 : place;
        }
        lines.addAll(place, more);
        changed = true;
    }

    public boolean has(String key) {
        return place(key) >= 0;
    }

    /** Of two lines with one key the second counts. */
    private int place(String key) {
        Pattern form = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*([=: ].*)?");
        for (int line = lines.size() - 1; line >= 0; line--) {
            if (form.matcher(lines.get(line)).matches()) {
                return line;
            }
        }
        return -1;
    }

    /** A value goes on behind a line that ends in a backslash. */
    private int end(int begin) {
        int end = begin;
        while (end < lines.size() - 1 && lines.get(end).replaceFirst(".*?(\\\\*)$", "$1").length() % 2 == 1) {
            end++;
        }
        return end;
    }

    public boolean isChanged() {
        return changed;
    }

    /**
     * Puts the new file in the place of the old one, as a whole, with its rights.
     *
     * @return where the old one is kept
     * @throws ConfigurationException if it cannot be written: then nothing has changed
     */
    public Path write(Instant now) {
        Path kept = free(file.getFileName() + "." + TIME.format(now));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.copy(file, kept, StandardCopyOption.COPY_ATTRIBUTES);
            Files.copy(file, written, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                for (ByteBuffer rest = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8)); rest.hasRemaining();) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return kept;
        } catch (IOException unwritable) {
            throw new ConfigurationException("the configuration '" + file + "' cannot be written ("
                    + unwritable.getClass().getSimpleName()
                    + "): nothing has changed");
        }
    }

    /** Of two writings in one second both old files are kept. */
    private Path free(String name) {
        Path free = file.resolveSibling(name);
        for (int number = 2; Files.exists(free); number++) {
            free = file.resolveSibling(name + "-" + number);
        }
        return free;
    }

    private String text() {
        return String.join(lineEnd, lines) + lineEnd;
    }
}
