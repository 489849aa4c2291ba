package io.contactsync.sandbox.people.card;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file: UTF-8, a header line, cells parted by comma, semicolon or tab, whichever the header has most of. */
final class CsvCards {
    private final String file;
    private final Set<CardField> used;
    private final List<Card> cards = new ArrayList<>();
    private ColumnNames columns;

    private CsvCards(String file, Set<CardField> used) {
        this.file = file;
        this.used = used;
    }

    /** @throws IllegalArgumentException in one sentence that names file and line, what was found and what is allowed */
    static List<Card> read(Path path, Set<CardField> used, Notes notes) {
        CsvCards reader = new CsvCards(path.toString(), used);
        reader.read(Utf8File.read(path));
        reader.columns.sayIgnored(reader.file, notes);
        return reader.cards;
    }

    private void read(String text) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreSurroundingSpaces(true).get();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            try {
                records(parser);
            } catch (UncheckedIOException | IllegalStateException broken) {
                throw new IllegalArgumentException(file + ", line " + parser.getCurrentLineNumber() + ": the quotes do not match - "
                    + "a cell that begins with a quote ends with one, and a quote within is written twice", broken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private void records(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        columns = new ColumnNames(file, header(records).toList(), used);
        while (records.hasNext()) {
            CSVRecord row = records.next();
            Room.require(file + ", read up to its person " + (cards.size() + 1) + ",", cards.size() + 1L, 0, 0);
            row(row, (int) parser.getCurrentLineNumber() - lineEnds(row));
        }
        if (cards.isEmpty()) {
            throw new IllegalArgumentException(file + " has a header and no rows - a row a person is needed");
        }
    }

    /** Excel takes a first line like {@code sep=;} for itself. */
    private CSVRecord header(Iterator<CSVRecord> records) {
        while (records.hasNext()) {
            CSVRecord header = records.next();
            if (!header.get(0).startsWith("sep=")) {
                return header;
            }
        }
        throw new IllegalArgumentException(file + " is empty - a header line and a row a person are needed");
    }

    private void row(CSVRecord row, int line) {
        if (row.size() != columns.count()) {
            throw new IllegalArgumentException(file + ", line " + line + ": found " + row.size() + (row.size() == 1 ? " cell" : " cells")
                + " - the header has " + columns.count());
        }
        Map<CardField, List<String>> values = new EnumMap<>(CardField.class);
        for (int column = 0; column < row.size(); column++) {
            CardField field = columns.field(column);
            if (field != null) {
                values.computeIfAbsent(field, key -> new ArrayList<>()).addAll(field.texts(row.get(column)));
            }
        }
        Card card = new Card(file, line, values);
        if (!card.values().isEmpty()) {
            cards.add(card);
        }
    }

    /** Line ends inside the cells of a row. */
    private static int lineEnds(CSVRecord row) {
        return row.stream().mapToInt(cell -> Utf8File.lineAt(cell, cell.length()) - 1).sum();
    }

    private static char delimiter(String text) {
        int end = text.indexOf('\n');
        String header = (end < 0 ? text : text.substring(0, end)).replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }
}
