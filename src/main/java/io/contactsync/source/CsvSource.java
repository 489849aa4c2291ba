package io.contactsync.source;

import io.contactsync.source.csv.CsvDrop;
import io.contactsync.source.csv.CsvFormat;
import io.contactsync.source.csv.CsvRows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a source's CSV file, one at a time; closed at their end. */
public final class CsvSource implements Iterator<CsvSourceRow>, Closeable {

    private final String file;
    private final CsvRows rows;
    private final Set<String> optional;

    private CsvSource(String file, CsvRows rows, Set<String> optional) {
        this.file = file;
        this.rows = rows;
        this.optional = optional;
    }

    /**
     * Opens a file that nobody writes any more.
     *
     * @param delimiter see {@link CsvFormat#of}, as for the next two
     * @param optionalColumns names of columns that the mapping asks for and the file may lack, comma-separated
     * @throws io.contactsync.source.csv.CsvException in one sentence that says what is wrong with a parameter or with
     * the file
     */
    public static CsvSource open(CsvDrop drop, String delimiter, String charset, String lastLineEnd,
            String optionalColumns) {
        CsvFormat format = CsvFormat.of(delimiter, charset, lastLineEnd);
        Set<String> optional =
                Stream.of(optionalColumns.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        return new CsvSource(drop.name(), CsvRows.open(drop.file(), drop.name(), format, LinkOption.NOFOLLOW_LINKS),
                optional);
    }

    /** The file and its columns. */
    SourceOrigin origin() {
        return new SourceOrigin(file, rows.header());
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public CsvSourceRow next() {
        return new CsvSourceRow(file, rows.next(), rows.header(), optional);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
