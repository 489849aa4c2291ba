package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A row for the mapping, an object of column name to value, that remembers which columns were asked for and are not
 * there: jq takes them for null, and a misspelt name would empty its field in every mailbox. To ask whether there is
 * such a column ({@code has}) is no fault, nor to list them all. What a mapping makes of the row first ({@code . + {}})
 * is an object of its own, and remembers nothing.
 */
final class RowColumns extends ObjectNode {

    private static final long serialVersionUID = 1;

    private final transient Set<String> optional;
    private final transient Set<String> missing = new LinkedHashSet<>();

    /**
     * @param row an object of column name to value
     * @param required names of columns that it must have, asked for or not
     * @param optional names of columns that may be missing
     */
    RowColumns(ObjectNode row, Set<String> required, Set<String> optional) {
        super(JsonNodeFactory.instance);
        this.optional = optional;
        setAll(row);
        required.forEach(this::get);
    }

    /**
     * @param header names of the columns
     * @param cells a text for each
     * @param optional names of columns that may be missing
     */
    RowColumns(List<String> header, List<String> cells, Set<String> optional) {
        super(JsonNodeFactory.instance);
        this.optional = optional;
        for (int column = 0; column < header.size(); column++) {
            put(header.get(column), cells.get(column));
        }
    }

    /** What was asked for and is not there, in the order of asking. */
    Set<String> missing() {
        return missing;
    }

    @Override
    public JsonNode get(String name) {
        JsonNode cell = super.get(name);
        if (cell == null && !optional.contains(name)) {
            missing.add(name);
        }
        return cell;
    }

    @Override
    public JsonNode path(String name) {
        JsonNode cell = get(name);
        return cell == null ? super.path(name) : cell;
    }

    @Override
    public boolean has(String name) {
        return super.get(name) != null;
    }
}
