package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people were told already: a file of lines {@code channel id}, and a last line with their sum. No personal data.
 */
public final class NoticesFile {

    private static final String END = "# sum ";
    private static final int MOST = 10_000;

    private final Path file;

    /** In that file, which need not be there. */
    public NoticesFile(Path file) {
        this.file = file;
    }

    /**
     * Ids by channel, the oldest first; empty if nobody was ever told anything.
     *
     * @throws DamagedStateException if it is damaged; then people may be told twice
     */
    public Map<String, Set<String>> read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        List<String> lines = lines();
        int last = lines.size() - 1;
        if (last < 0 || !lines.get(last).equals(END + LineSum.of(lines.subList(0, last)))) {
            throw damaged("does not have the sum of its lines");
        }
        Map<String, Set<String>> told = new TreeMap<>();
        for (String line : lines.subList(0, last)) {
            int space = line.indexOf(' ');
            if (space < 1) {
                throw damaged("has a line without a channel");
            }
            told.computeIfAbsent(line.substring(0, space), channel -> new LinkedHashSet<>())
                    .add(line.substring(space + 1));
        }
        return told;
    }

    private List<String> lines() {
        try (InputStream in = PrivateFiles.readOwn(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw damaged(
                    "cannot be read (" + unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage() + ")");
        }
    }

    private DamagedStateException damaged(String what) {
        return new DamagedStateException("the state file '" + file + "' " + what
                + ": people may be told again what they know; it is written anew");
    }

    /**
     * Remembers; of more than {@value #MOST} ids of a channel the youngest.
     *
     * @param told ids by channel, the oldest first
     * @throws JournalException if it cannot be written
     */
    public void write(Map<String, Set<String>> told) {
        List<String> lines = new ArrayList<>();
        told.forEach((channel, ids) -> ids.stream().skip(Math.max(0, ids.size() - MOST))
                .forEach(id -> lines.add(channel + " " + id)));
        lines.add(END + LineSum.of(List.copyOf(lines)));
        try {
            PrivateFiles.replace(file, lines);
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file + "' cannot be written", unwritable);
        }
    }
}
