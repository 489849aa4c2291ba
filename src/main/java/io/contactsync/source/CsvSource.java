package io.contactsync.source;

import io.contactsync.core.Names;
import io.contactsync.source.csv.CsvDrop;
import io.contactsync.source.csv.CsvFormat;
import io.contactsync.source.csv.CsvRows;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.util.Set;

/** The rows of a source's CSV file, one at a time; closed at their end. */
public final class CsvSource implements SourceRows {

    private final SourceReader reader;
    private final String file;
    private final CsvRows rows;
    private final Set<String> optional;

    private CsvSource(SourceReader reader, String file, CsvRows rows, Set<String> optional) {
        this.reader = reader;
        this.file = file;
        this.rows = rows;
        this.optional = optional;
    }

    /**
     * Opens a file that nobody writes any more, and tells the reader which one it is.
     *
     * @param delimiter see {@link CsvFormat#of}, as for the next two
     * @param optionalColumns names of columns that the mapping asks for and the file may lack, comma-separated
     * @throws io.contactsync.source.csv.CsvException in one sentence that says what is wrong with a parameter or with
     * the file
     */
    public static CsvSource open(SourceReader reader, CsvDrop drop, String delimiter, String charset,
            String lastLineEnd, String optionalColumns) {
        CsvFormat format = CsvFormat.of(delimiter, charset, lastLineEnd);
        Set<String> optional = Set.copyOf(Names.list(optionalColumns));
        CsvRows rows = CsvRows.open(drop.file(), drop.name(), format, LinkOption.NOFOLLOW_LINKS);
        reader.from(new SourceOrigin(drop.name(), rows.header()));
        return new CsvSource(reader, drop.name(), rows, optional);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public SourceRow next() {
        return new CsvSourceRow(reader, file, rows.next(), rows.header(), optional);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
