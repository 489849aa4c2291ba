package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What waits for a person, and what was decided, in the file {@code state/holds}: one hold a line, as JSON, and a last line with a check sum and
 * their number. It holds names: its owner alone may read it. A run and a person's decision may come at once, from two processes: a change is made
 * under a lock of its own, and the file is replaced as a whole.
 */
public final class HoldsFile {

    private static final String END = "# sum ";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A lock of a file keeps other processes out, and throws at a second thread of this one. */
    private static final Object PROCESS = new Object();

    private final Path file;

    /** @param data the data folder */
    public HoldsFile(Path data) {
        this.file = data.resolve("state").resolve("holds");
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
        List<String> lines = lines();
        int last = lines.size() - 1;
        if (last < 0 || !lines.get(last).equals(end(lines.subList(0, last)))) {
            throw damaged(last < 0 ? "is empty" : "does not have the sum of its last line");
        }
        List<KnownHold> holds = new ArrayList<>();
        for (String line : lines.subList(0, last)) {
            holds.add(parse(line));
        }
        return holds;
    }

    private List<String> lines() {
        try (InputStream in = PrivateFiles.read(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw damaged("cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    private KnownHold parse(String line) {
        try {
            return JSON.readValue(line, HoldLine.class).hold();
        } catch (JsonProcessingException | RuntimeException wrong) {
            throw damaged("is of another version or damaged");
        }
    }

    private DamagedStateException damaged(String what) {
        return new DamagedStateException("the state file '" + file + "' " + what + ": what was approved or rejected is forgotten, and what is held"
                + " has to be decided again");
    }

    private static String end(List<String> lines) {
        return END + LineSum.of(lines) + " " + lines.size();
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
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), PrivateFiles.ownerOnly(file.getParent()));
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
        List<String> lines = new ArrayList<>();
        for (KnownHold hold : holds) {
            lines.add(JSON.writeValueAsString(HoldLine.of(hold)));
        }
        lines.add(end(List.copyOf(lines)));
        PrivateFiles.replace(file, lines);
    }
}
