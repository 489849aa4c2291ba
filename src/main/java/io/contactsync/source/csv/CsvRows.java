package io.contactsync.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * The rows of a CSV file that have any text, read one at a time. A row that cannot be trusted says so itself; what is
 * wrong with the file is thrown where it is met, after the rows before it: quotes that do not match, a limit, an end
 * without line end. Used by one thread.
 */
public final class CsvRows implements Iterator<CsvRow>, Closeable {

    private final String name;
    private final FileState state;
    private final boolean endsWithLineEnd;
    private final CsvRecords records;
    private final List<String> header;
    private boolean any;
    private boolean ended;
    private CsvRow next;
    private CsvException failure;

    private CsvRows(String name, FileState state, boolean endsWithLineEnd, CsvRecords records) {
        this.name = name;
        this.state = state;
        this.endsWithLineEnd = endsWithLineEnd;
        this.records = records;
        this.header = placed(() -> CsvHeader.of(require(withText())));
    }

    /**
     * Opens a file and reads its header.
     *
     * @param name how sentences call the file
     * @param links whether links are followed
     * @throws CsvException in one sentence that names file and line, what was found and what is allowed
     */
    public static CsvRows open(Path file, String name, CsvFormat format, LinkOption... links) {
        FileState state = FileState.of(file, name, links);
        InputStream in = null;
        try {
            in = Files.newInputStream(file, links);
            return new CsvRows(name, state, format.endsWithLineEnd(), new CsvRecords(text(name, in, format)));
        } catch (IOException unreadable) {
            closeQuietly(in);
            throw new CsvException(name + " cannot be read" + RegularFile.reason(unreadable), unreadable);
        } catch (CsvException bad) {
            closeQuietly(in);
            throw bad;
        }
    }

    private static CsvText text(String name, InputStream in, CsvFormat format) throws IOException {
        try {
            return CsvText.of(in, format);
        } catch (CsvException bad) {
            throw new CsvException(name + ", line 1: " + bad.getMessage(), bad);
        }
    }

    /** The names of the columns, each once. */
    public List<String> header() {
        return header;
    }

    /** The character between two cells, as it was said or found. */
    public char delimiter() {
        return records.delimiter();
    }

    /** A failure waits for {@link #next}: who asks ahead still gets the rows before it. */
    @Override
    public boolean hasNext() {
        if (next == null && failure == null && !ended) {
            try {
                advance();
            } catch (CsvException bad) {
                failure = bad;
            }
        }
        return next != null || failure != null;
    }

    private void advance() {
        List<String> cells = placed(this::withText);
        ended = cells == null;
        if (ended) {
            end();
        } else {
            next = CsvRow.of(records.line(), cells, header.size(), records.delimiter());
        }
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (failure != null) {
            CsvException thrown = failure;
            failure = null;
            throw thrown;
        }
        CsvRow row = next;
        next = null;
        any = true;
        return row;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        records.close();
    }

    /** The next row that has any text; null at the end. */
    private List<String> withText() {
        List<String> cells = records.next();
        while (cells != null && cells.stream().allMatch(String::isBlank)) {
            cells = records.next();
        }
        return cells;
    }

    private List<String> require(List<String> cells) {
        if (cells == null) {
            throw new CsvException(
                    "the file is empty, it names no contact - allowed is a header and a row for each contact");
        }
        return cells;
    }

    /** Whether the file can be taken for whole. */
    private void end() {
        long last = records.line() - 1;
        closeQuietly(records);
        state.requireUnchanged();
        if (!any) {
            throw new CsvException(
                    name + " has a header and no rows, so it names no contact - allowed is a row for each");
        }
        if (endsWithLineEnd && !records.endsWithLineEnd()) {
            throw new CsvException(name + ", line " + last
                    + ": the file ends without a line end, so its last row may be cut and nothing of this "
                    + "source is deleted - have it end with one or, if it is always written so, set lastLineEnd: "
                    + "optional in the source's route file");
        }
    }

    private <T> T placed(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvException bad) {
            ended = true;
            closeQuietly(records);
            throw new CsvException(name + ", line " + records.line() + ": " + bad.getMessage(), bad);
        }
    }

    private static void closeQuietly(Closeable what) {
        try {
            if (what != null) {
                what.close();
            }
        } catch (IOException readAlready) {
            // nothing is lost: the file was only read
        }
    }
}
