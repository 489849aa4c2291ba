package io.contactsync.sandbox.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a piece of the JSON this package has written: text, null, lists and maps of them. */
final class JsonValue {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonValue() {
    }

    static Object read(byte[] json, int from, int length) {
        try (JsonParser in = JSON.createParser(json, from, length)) {
            in.nextToken();
            return value(in);
        } catch (IOException e) {
            throw new UncheckedIOException("own JSON is unreadable", e);
        }
    }

    private static Object value(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(in));
            }
            return list;
        }
        if (in.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                map.put(name, value(in));
            }
            return map;
        }
        return in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText();
    }
}
