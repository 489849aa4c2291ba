package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A row that is JSON already, on its way through the mapping. */
final class JsonRow extends SourceRow {

    private final JsonNode json;

    JsonRow(SourceReader reader, String place, JsonNode json) {
        super(reader, place);
        this.json = json;
    }

    @Override
    public JsonNode read() {
        return json;
    }

    @Override
    public void requireColumns() {
        if (json instanceof RowColumns columns && !columns.missing().isEmpty()) {
            throw MissingColumnsException.inRow(place(), columns.missing(),
                    columns.properties().stream().map(Map.Entry::getKey).toList());
        }
    }
}
