package io.contactsync.sandbox.people.card;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the columns of a CSV file mean. */
final class ColumnNames {
    private final List<CardField> fields = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    /**
     * @param used the fields that are wanted; columns of others are ignored like unknown ones
     * @throws IllegalArgumentException in one sentence, if no column holds a name or two columns mean the same
     */
    ColumnNames(String file, List<String> header, Set<CardField> used) {
        Map<CardField, String> seen = new EnumMap<>(CardField.class);
        for (String column : header) {
            CardField field = CardField.ofColumn(column);
            boolean known = field != null && used.contains(field);
            fields.add(known ? field : null);
            if (known) {
                once(file, seen, field, column);
            } else if (!column.isBlank()) {
                ignored.add(column);
            }
        }
        if (seen.keySet().stream().noneMatch(CardField.NAMES::contains)) {
            throw new IllegalArgumentException(file + ", line 1: no column holds a name, found " + quoted(header)
                + " - one of displayName, givenName, surname is needed");
        }
    }

    private static void once(String file, Map<CardField, String> seen, CardField field, String column) {
        String before = seen.putIfAbsent(field, column);
        if (before != null && (!field.several() || before.equalsIgnoreCase(column))) {
            throw new IllegalArgumentException(
                    file + ", line 1: the columns '" + before + "' and '" + column + "' both mean " + field.label()
                + " - allowed is one");
        }
    }

    /** The field of that column, from 0, or null if it is ignored. */
    CardField field(int column) {
        return fields.get(column);
    }

    /** Says which columns are ignored, if any. */
    void sayIgnored(String file, Notes notes) {
        if (!ignored.isEmpty()) {
            notes.add(file + ": ignored " + (ignored.size() == 1 ? "the column " : "the columns ") + quoted(ignored));
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name.strip() + "'").collect(Collectors.joining(", "));
    }
}
