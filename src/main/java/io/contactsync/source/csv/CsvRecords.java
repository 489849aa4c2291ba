package io.contactsync.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a text as the parser cuts them, blank ones too, with the line on which each begins; the parser's
 * complaints in our words.
 */
final class CsvRecords implements Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(false).get();

    private final LimitedReader text;
    private final int skipped;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final char delimiter;
    private long line;

    CsvRecords(CsvText found) throws IOException {
        text = new LimitedReader(found.reader());
        skipped = found.skipped();
        delimiter = found.format().delimiter();
        parser = FORMAT.builder().setDelimiter(delimiter).get().parse(text);
        records = parser.iterator();
    }

    /**
     * The cells of the next row; null at the end.
     *
     * @throws CsvException without place
     */
    List<String> next() {
        line = skipped + parser.getCurrentLineNumber() + 1;
        text.rowBegins();
        try {
            return records.hasNext() ? checked(records.next().toList()) : null;
        } catch (UncheckedIOException broken) {
            throw new CsvException(reason(broken.getCause()), broken);
        }
    }

    char delimiter() {
        return delimiter;
    }

    /** The line on which the row begins that was given last, from 1. */
    long line() {
        return line;
    }

    boolean endsWithLineEnd() {
        return text.endsWithLineEnd();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }

    private static List<String> checked(List<String> cells) {
        if (cells.stream().mapToLong(String::length).sum() > CsvLimits.ROW) {
            throw new CsvException(LimitedReader.LimitException.row().getMessage());
        }
        return cells;
    }

    private static String reason(IOException failure) {
        if (failure instanceof LimitedReader.LimitException) {
            return failure.getMessage();
        }
        if (!(failure instanceof CSVException)) {
            return "the file cannot be read further" + RegularFile.reason(failure);
        }
        return "the quotes of the row that begins here do not match"
                + (failure.getMessage().contains("EOF") ? ", one never ends" : "")
                + " - a cell that begins with a quote ends with one, and a quote within is written twice";
    }
}
