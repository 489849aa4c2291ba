package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;

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
}
