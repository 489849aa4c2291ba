package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.source.csv.CsvRow;
import java.util.List;
import java.util.Set;

/** A row of a source's CSV file, on its way through the mapping. */
public final class CsvSourceRow {

    private final String file;
    private final CsvRow row;
    private final List<String> header;
    private final RowColumns columns;

    CsvSourceRow(String file, CsvRow row, List<String> header, Set<String> optional) {
        this.file = file;
        this.row = row;
        this.header = header;
        this.columns = row.defect() == null ? new RowColumns(header, row.cells(), optional) : null;
    }

    /** Where it stands, for example {@code offices.csv, line 17}. */
    public String place() {
        return file + ", line " + row.line();
    }

    /**
     * The columns, for the mapping: an object of column name to text.
     *
     * @throws IllegalArgumentException if the row cannot be trusted
     */
    public JsonNode read() {
        if (columns == null) {
            throw new IllegalArgumentException(row.defect());
        }
        return columns;
    }

    /**
     * To be called after the mapping.
     *
     * @throws MissingColumnsException if it asked for columns that the file does not have
     */
    public void requireColumns() {
        if (columns != null && !columns.missing().isEmpty()) {
            throw new MissingColumnsException(file, columns.missing(), header);
        }
    }
}
