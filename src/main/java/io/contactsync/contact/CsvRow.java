package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row of a CSV file.
 *
 * @param line the line it ends on, from 1, the header row included
 * @param columns an object: column name to text
 * @param defect why the row cannot be trusted, for example too few columns; null if it can
 */
public record CsvRow(long line, JsonNode columns, String defect) {

    /** The columns, for the mapping. */
    public JsonNode read() {
        if (defect != null) {
            throw new IllegalArgumentException(defect);
        }
        return columns;
    }
}
