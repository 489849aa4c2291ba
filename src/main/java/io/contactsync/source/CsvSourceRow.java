package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.source.csv.CsvRow;
import java.util.List;
import java.util.Set;

/** A row of a source's CSV file, on its way through the mapping. */
final class CsvSourceRow extends SourceRow {

    private final String file;
    private final CsvRow row;
    private final List<String> header;
    private final RowColumns columns;

    CsvSourceRow(SourceReader reader, String file, CsvRow row, List<String> header, Set<String> optional) {
        super(reader, file + ", line " + row.line());
        this.file = file;
        this.row = row;
        this.header = header;
        this.columns = row.defect() == null ? new RowColumns(header, row.cells(), optional) : null;
    }

    /** The columns: an object of column name to text. */
    @Override
    public JsonNode read() {
        if (columns == null) {
            throw new IllegalArgumentException(row.defect());
        }
        return columns;
    }

    @Override
    public void requireColumns() {
        if (columns != null && !columns.missing().isEmpty()) {
            throw MissingColumnsException.inFile(file, columns.missing(), header);
        }
    }
}
