package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A state file of a few lines of a word and a value; its last line is the check sum of those before. */
final class StateWords {

    private static final String SUM = "sum";
    private static final int LONGEST = 4_096;

    private final Path file;
    private final Map<String, String> words;
    private final boolean damaged;

    private StateWords(Path file, Map<String, String> words, boolean damaged) {
        this.file = file;
        this.words = words;
        this.damaged = damaged;
    }

    /**
     * What stands in the file; no word if it is not there, or damaged.
     *
     * @throws JournalException if it cannot be read
     */
    static StateWords read(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new StateWords(file, new LinkedHashMap<>(), false);
        }
        try (InputStream in = PrivateFiles.read(file)) {
            List<String> text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).lines().toList();
            int last = text.size() - 1;
            boolean whole = last > 0 && text.get(last).equals(SUM + " " + LineSum.of(text.subList(0, last)));
            return new StateWords(file, whole ? words(text.subList(0, last)) : new LinkedHashMap<>(), !whole);
        } catch (IOException unreadable) {
            throw new JournalException("the state file '" + file + "' cannot be read: remove it to begin afresh",
                    unreadable);
        }
    }

    private static Map<String, String> words(List<String> text) {
        Map<String, String> words = new LinkedHashMap<>();
        text.forEach(line -> words.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        return words;
    }

    /** Whether it is there and not what was written. */
    boolean isDamaged() {
        return damaged;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    /** The value of a word; null if it is not there. */
    String get(String word) {
        return words.get(word);
    }

    /** A word that is a time; null if it is not there, or none. */
    Instant time(String word) {
        try {
            return has(word) ? Instant.parse(get(word)) : null;
        } catch (DateTimeException damagedTime) {
            return null;
        }
    }

    /** Sets a word; null and the empty text take it out. */
    StateWords put(String word, String value) {
        if (value == null || value.isEmpty()) {
            words.remove(word);
        } else {
            words.put(word, value);
        }
        return this;
    }

    /**
     * Keeps them in place of those before.
     *
     * @throws JournalException if they cannot be written
     */
    void keep() {
        List<String> text = new ArrayList<>();
        words.forEach((word, value) -> text.add(word + " " + value));
        text.add(SUM + " " + LineSum.of(text));
        try {
            PrivateFiles.replace(file, text);
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file + "' cannot be written", unwritable);
        }
    }
}
