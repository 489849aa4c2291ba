package io.contactsync.sandbox.people.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a CSV file: a header line, a row a person; UTF-8, cells parted by comma, semicolon or tab, whichever the header
 * has most of.
 */
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
        reader.read(path);
        reader.columns.sayIgnored(reader.file, notes);
        return reader.cards;
    }

    private void read(Path path) {
        try {
            CardRows rows = new CardRows(path);
            columns = new ColumnNames(file, rows.header(), used);
            for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
                Room.require(file + ", read up to its person " + (cards.size() + 1) + ",", cards.size() + 1L, 0, 0);
                card(rows.line(), cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
        if (cards.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has no text in a column that is used - a row a person is needed");
        }
    }

    private void card(int line, List<String> cells) {
        Map<CardField, List<String>> values = new EnumMap<>(CardField.class);
        for (int column = 0; column < cells.size(); column++) {
            CardField field = columns.field(column);
            if (field != null) {
                values.computeIfAbsent(field, key -> new ArrayList<>()).addAll(field.texts(cells.get(column)));
            }
        }
        Card card = new Card(file, line, values);
        if (!card.values().isEmpty()) {
            cards.add(card);
        }
    }
}
