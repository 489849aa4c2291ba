package io.contactsync.journal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A small state file of one record a line, as JSON with check sums; its owner alone may read it.
 *
 * @param <T> a record of texts and numbers
 */
final class StateLines<T> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path file;
    private final Class<T> type;
    private final String lost;

    /** @param lost what damage means, in a sentence's second half */
    StateLines(Path file, Class<T> type, String lost) {
        this.file = file;
        this.type = type;
        this.lost = lost;
    }

    /**
     * What all lines mean; nothing if the file is not there.
     *
     * @throws DamagedStateException if it is there but damaged
     */
    <R> List<R> read(Function<T, R> meaning) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<R> lines = new ArrayList<>();
        try {
            SummedLines.read(file, line -> lines.add(meaning.apply(JSON.readValue(line, type))));
            return lines;
        } catch (IOException | RuntimeException unreadable) {
            String what = unreadable.getClass() == IOException.class ? unreadable.getMessage().replaceFirst("^it ", "")
                    : "is damaged in line " + (lines.size() + 1);
            throw new DamagedStateException("the state file '" + file + "' " + what + ": " + lost);
        }
    }

    /**
     * Replaces them all.
     *
     * @throws JournalException if they cannot be written
     */
    void write(List<T> lines) {
        try {
            SummedLines.write(file, out -> {
                for (T line : lines) {
                    out.line(JSON.writeValueAsBytes(line));
                }
            });
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file + "' cannot be written", unwritable);
        }
    }
}
