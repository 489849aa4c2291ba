package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the last accepted run was configured, in the file {@code state/configuration}: a line for each key and each route
 * file, {@code hash name}, and never a value. The hashes are made with a salt of this file's own, so that they match
 * nothing outside it: not those of another installation, not the journal, not a table made elsewhere. Who may read the
 * file may try values, and may read the configuration too; secrets are not in it at all.
 */
public final class SettingsMemory {

    private static final String SALT = "salt ";
    private static final String END = "# sum ";

    private final Path file;

    /** @param data the data folder */
    public SettingsMemory(Path data) {
        this.file = new DataPlaces(data).configuration();
    }

    /**
     * Which keys and files are not as they were; empty if it is not known how they were, because no run was accepted
     * yet or the file is damaged.
     *
     * @param now hash by key and file
     */
    public Optional<List<String>> changed(Map<String, String> now) {
        return lines().map(lines -> {
            Map<String, String> before = new TreeMap<>();
            lines.stream().skip(1).forEach(
                    line -> before.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' '))));
            return new SaltedSettings(lines.get(0).substring(SALT.length()), before).changed(now);
        });
    }

    /** The lines before the last one; empty if they are not there or cannot be trusted. */
    private Optional<List<String>> lines() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = PrivateFiles.readOwn(file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            int last = lines.size() - 1;
            boolean whole = last > 0 && lines.get(0).startsWith(SALT)
                    && lines.get(last).equals(END + LineSum.of(lines.subList(0, last)));
            return whole ? Optional.of(lines.subList(0, last)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Remembers the configuration of a run that was accepted.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(Map<String, String> now) {
        SaltedSettings salted = SaltedSettings.of(now);
        List<String> lines = new ArrayList<>(List.of(SALT + salted.salt()));
        salted.hashes().forEach((name, hash) -> lines.add(hash + " " + name));
        lines.add(END + LineSum.of(List.copyOf(lines)));
        try {
            PrivateFiles.replace(file, lines);
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file + "' cannot be written", unwritable);
        }
    }
}
