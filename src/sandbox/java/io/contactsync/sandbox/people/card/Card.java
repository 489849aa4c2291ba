package io.contactsync.sandbox.people.card;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A person as a file describes them: texts by field, nothing cut or checked yet. Blank texts are left out.
 *
 * @param file   name of the file
 * @param line   line where the person's row or card begins, from 1
 * @param values texts of each field that has any, in the file's order
 */
public record Card(String file, int line, Map<CardField, List<String>> values) {

    public Card {
        Map<CardField, List<String>> filled = new EnumMap<>(CardField.class);
        values.forEach((field, texts) -> filled.put(field, kept(texts)));
        filled.values().removeIf(List::isEmpty);
        values = filled;
    }

    private static List<String> kept(List<String> texts) {
        List<String> kept = new ArrayList<>();
        texts.stream().filter(text -> text != null).map(String::strip)
                .filter(text -> !text.isEmpty() && !kept.contains(text)).forEach(kept::add);
        return List.copyOf(kept);
    }

    /** The first text of a field, or null. */
    public String text(CardField field) {
        List<String> texts = texts(field);
        return texts.isEmpty() ? null : texts.get(0);
    }

    public List<String> texts(CardField field) {
        return values.getOrDefault(field, List.of());
    }

    /** Where the card stands, for sentences: {@code people.csv, line 3}. */
    public String place() {
        return file + ", line " + line;
    }

    /** Where a field of the card stands: {@code people.csv, line 3, jobTitle}. */
    public String place(CardField field) {
        return place() + ", " + field.label();
    }
}
