package io.contactsync.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One journal, read line by line: whether each hangs on the one before, and what it says of other journals. */
final class CheckedJournal {

    private static final List<byte[]> MARKS = List.of(Grammar.REMOVED, Grammar.SET_ASIDE, Grammar.ERASED).stream()
            .map(kind -> kind.text().getBytes(StandardCharsets.US_ASCII)).toList();
    /** The event follows the time: <code>{"at":"2026-11-23T01:20:39.123Z",</code>. */
    private static final int EVENT = 33;

    private final Path folder;
    private final LineHash chain = new LineHash();
    private final List<JournalLine> marks = new ArrayList<>();
    private final Set<ErasedLines> erased = new HashSet<>();
    private JournalLine first;
    private boolean chained;
    private long lines;
    private long bytes;
    private boolean torn;
    private String damage = "";

    private CheckedJournal(Path folder) {
        this.folder = folder;
    }

    /** That in a run's folder; damage is told, up to it everything is read. */
    static CheckedJournal of(Path folder) {
        CheckedJournal journal = new CheckedJournal(folder);
        try {
            List<Path> files = JournalFiles.of(folder);
            for (Path file : files) {
                journal.read(file, file.equals(files.get(files.size() - 1)));
            }
        } catch (DamagedJournalException damaged) {
            journal.damage = damaged.what();
        } catch (IOException unreadable) {
            journal.damage = "the journal '" + folder + "' cannot be read (" + JournalException.reason(unreadable)
                    + ")";
        }
        return journal;
    }

    private void read(Path file, boolean last) throws IOException {
        bytes += Files.size(file);
        ErasedLines.Sum sum = new ErasedLines.Sum(folder.getFileName().toString(), file);
        try (JournalLines read = JournalLines.open(file, last)) {
            while (read.next()) {
                take(read, file);
                read.is(sum::add);
            }
            torn = read.isTorn();
        }
        sum.lines().ifPresent(erased::add);
    }

    private void take(JournalLines read, Path file) {
        if (lines++ == 0) {
            first = read.line();
            chained = !read.hash().isEmpty();
        }
        if (chained ? !read.is(chain::isNext) : !read.hash().isEmpty()) {
            throw new DamagedJournalException(file, chained
                    ? "is not what was written in line " + read.number()
                    + ": that line does not follow the one before" : "has a first line without a hash, and others with",
                    null);
        }
        if (read.is(CheckedJournal::isMark)) {
            marks.add(read.line());
        }
    }

    private static boolean isMark(byte[] line, int from, int to) {
        return MARKS.stream().anyMatch(mark -> BytePattern.startsWith(line, from + EVENT, to, mark));
    }

    String run() {
        return folder.getFileName().toString();
    }

    /** Whether its lines hang on each other; those of older versions do not. */
    boolean isChained() {
        return chained;
    }

    /** Whether its first line is as it was written, so that what it says of the journal before is true. */
    boolean isLinked() {
        return chained && (damage.isEmpty() || lines > 1);
    }

    boolean isEmpty() {
        return lines == 0 && damage.isEmpty();
    }

    /** Its lines, up to where it is damaged. */
    long lines() {
        return lines;
    }

    /** How much of it lies on the disk. */
    long bytes() {
        return bytes;
    }

    /** Whether its last line has no end, as that of a run that was killed. */
    boolean isTorn() {
        return torn;
    }

    /** What is wrong with it, and where first; empty if nothing is. */
    String damage() {
        return damage;
    }

    /** The journal before it; empty if it names none. */
    String previous() {
        return first == null ? "" : first.text("previous");
    }

    /** The hash of the last line of the one before; empty if it names none. */
    String previousHash() {
        return first == null ? "" : first.text("previousHash");
    }

    /** Whether it was not known which journal was the one before it. */
    boolean isHeadUnknown() {
        return first != null && first.text("headUnknown").equals("true") && !previous().isEmpty();
    }

    /** The hash of its last line. */
    String hash() {
        return chain.last();
    }

    /** What it says of other journals. */
    List<JournalLine> marks() {
        return marks;
    }

    /** The lines in which somebody was erased, by file. */
    Set<ErasedLines> erased() {
        return erased;
    }
}
