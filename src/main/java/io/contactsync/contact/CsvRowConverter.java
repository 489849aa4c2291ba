package io.contactsync.contact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.dataformat.csv.CsvRecordConverter;
import org.apache.commons.csv.CSVRecord;

import java.util.List;

/** Makes camel-csv give rows that know their line, and that say so if they have not the header's columns. */
public final class CsvRowConverter implements CsvRecordConverter<CsvRow> {

    private static final String REPLACEMENT = "\uFFFD";

    @Override
    public CsvRow convertRecord(CSVRecord record) {
        List<String> header = record.getParser().getHeaderNames();
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < Math.min(header.size(), record.size()); column++) {
            columns.put(name(header.get(column), column), record.get(column).strip());
        }
        return new CsvRow(record.getParser().getCurrentLineNumber(), columns, defect(record, header));
    }

    private static String defect(CSVRecord record, List<String> header) {
        for (String column : header) {
            if (header.indexOf(column) != header.lastIndexOf(column)) {
                return "cannot be read: the header names the column '" + column + "' twice";
            }
        }
        if (record.size() != header.size()) {
            return "has " + record.size() + " columns where the header has " + header.size();
        }
        return record.stream().anyMatch(text -> text.contains(REPLACEMENT)) ? "has characters that the source's charset cannot read" : null;
    }

    /** A byte order mark before the first column's name is not part of it. */
    private static String name(String column, int place) {
        return (place == 0 ? column.replace("\uFEFF", "") : column).strip();
    }
}
