package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What waits for a person, and what was decided, in the file {@code state/holds}: one hold a line, as JSON with a check
 * sum. It holds names: its owner alone may read it. A run and a person's decision may come at once, from two processes:
 * a change is made under a lock of its own, and the file is replaced as a whole.
 */
public final class HoldsFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    /** A lock of a file keeps other processes out, and throws at a second thread of this one. */
    private static final Object PROCESS = new Object();

    private final Path file;

    /** @param data the data folder */
    public HoldsFile(Path data) {
        this.file = new DataPlaces(data).holds();
    }

    /**
     * All holds.
     *
     * @throws DamagedStateException if the file is there but damaged
     */
    public List<KnownHold> read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<KnownHold> holds = new ArrayList<>();
        try {
            SummedLines.read(file, line -> holds.add(JSON.readValue(line, HoldLine.class).hold()));
            return holds;
        } catch (IOException | RuntimeException unreadable) {
            throw new DamagedStateException("the state file '" + file + "' " + damage(unreadable, holds.size() + 1));
        }
    }

    /** What is wrong, and what becomes of it: a file is replaced by the next run, and nothing else is. */
    private String damage(Exception unreadable, int line) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return what(unreadable, line)
                    + ": what was approved or rejected is forgotten, and what is held has to be decided again, after "
                    + "the next run";
        }
        return what(unreadable, line) + ": nothing can be decided until it is removed (rm -r '" + file + "')";
    }

    private String what(Exception unreadable, int line) {
        if (unreadable.getClass() == IOException.class) {
            return unreadable.getMessage().replaceFirst("^it ", "");
        }
        boolean read = unreadable instanceof DamagedLinesException || unreadable instanceof JsonProcessingException
                || unreadable instanceof RuntimeException;
        if (!read) {
            return "cannot be read";
        }
        return isEmpty() ? "is empty" : "is damaged in line " + line;
    }

    private boolean isEmpty() {
        try {
            return Files.size(file) == 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Changes what is there; damage counts as nothing there.
     *
     * @throws JournalException if it cannot be written
     */
    public List<KnownHold> update(UnaryOperator<List<KnownHold>> change) {
        synchronized (PROCESS) {
            try {
                PrivateFiles.createFolder(file.getParent());
                try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                        PrivateFiles.ownerOnly(file.getParent()));
                        FileLock lock = channel.lock()) {
                    return lock.isValid() ? replace(change) : List.of();
                }
            } catch (IOException unwritable) {
                throw new JournalException("the state file '" + file + "' cannot be written", unwritable);
            }
        }
    }

    private List<KnownHold> replace(UnaryOperator<List<KnownHold>> change) throws IOException {
        List<KnownHold> before = List.of();
        boolean whole = true;
        try {
            before = read();
        } catch (DamagedStateException damaged) {
            whole = false;
        }
        List<KnownHold> after = List.copyOf(change.apply(before));
        if (!whole || !after.equals(before)) {
            write(after);
        }
        return after;
    }

    private void write(List<KnownHold> holds) throws IOException {
        SummedLines.write(file, lines -> {
            for (KnownHold hold : holds) {
                lines.line(JSON.writeValueAsBytes(HoldLine.of(hold)));
            }
        });
    }
}
