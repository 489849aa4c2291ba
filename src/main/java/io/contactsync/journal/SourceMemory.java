package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each source named when it was last read completely and accepted by the guards: a file a source, one line a contact, {@code hash id}.
 * It is what "vanished" is measured against. No personal data: keys and hashes only.
 */
public final class SourceMemory {

    private static final String SUFFIX = ".keys";
    private static final String END = "# end ";

    private final Path folder;

    public SourceMemory(Path folder) {
        this.folder = folder;
    }

    /**
     * Content hash by key; empty if the source was never read.
     *
     * @throws JournalException if the file is there but damaged: it is never taken for empty
     */
    public Map<ContactKey, String> read(String source) {
        Path file = folder.resolve(source + SUFFIX);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return parse(source, file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new JournalException("the state file '" + file + "' cannot be read", unreadable);
        } catch (IllegalArgumentException noKey) {
            throw new JournalException("the state file '" + file + "' is damaged: " + noKey.getMessage() + " - delete it to start afresh");
        }
    }

    private static Map<ContactKey, String> parse(String source, Path file, List<String> lines) {
        int last = lines.size() - 1;
        if (last < 0 || !lines.get(last).equals(END + last)) {
            throw new JournalException("the state file '" + file + "' is damaged: its last line must be '" + END + "<number of lines before>' - delete it to start afresh");
        }
        Map<ContactKey, String> memory = new HashMap<>();
        for (String line : lines.subList(0, last)) {
            int space = line.indexOf(' ');
            if (space < 1) {
                throw new JournalException("the state file '" + file + "' is damaged at '" + line + "' - delete it to start afresh");
            }
            memory.put(new ContactKey(source, line.substring(space + 1)), line.substring(0, space));
        }
        return memory;
    }

    /** Names of the sources that are remembered. */
    public List<String> sources() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX)).map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw new JournalException("the state folder '" + folder + "' cannot be read", unreadable);
        }
    }

    /** Forgets a source that has been retired. */
    public void forget(String source) {
        try {
            Files.deleteIfExists(folder.resolve(source + SUFFIX));
        } catch (IOException unwritable) {
            throw new JournalException("the state folder '" + folder + "' cannot be written", unwritable);
        }
    }

    /**
     * Remembers a source as read now.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(String source, Map<ContactKey, String> contacts) {
        Path file = folder.resolve(source + SUFFIX);
        List<String> lines = new java.util.ArrayList<>(contacts.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey().id()).toList());
        lines.add(END + lines.size());
        try {
            PrivateFiles.replace(file, lines);
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file + "' cannot be written", unwritable);
        }
    }
}
