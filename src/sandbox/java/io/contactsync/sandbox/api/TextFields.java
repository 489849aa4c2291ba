package io.contactsync.sandbox.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.GraphRefusal;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the bodies of small resources, whose properties are all text. */
final class TextFields {
    private static final JsonFactory JSON = new JsonFactory();

    private TextFields() {
    }

    /**
     * The properties of a body; one sent as null is there and null. Annotations are left out.
     *
     * @param type such as contactFolder
     * @throws GraphRefusal 400 for what is no object, for other properties, and for other values than text and null
     */
    static Map<String, String> read(byte[] json, Set<String> known, String type) {
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw GraphRefusal.unreadableBody("The request body is not an object.");
            }
            Map<String, String> fields = members(in, known, type);
            if (in.nextToken() != null) {
                throw GraphRefusal.unreadableBody("There is something behind the request body's object.");
            }
            return fields;
        } catch (IOException e) {
            throw GraphRefusal.unreadableBody("The request body cannot be read.");
        }
    }

    private static Map<String, String> members(JsonParser in, Set<String> known, String type) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (known.contains(name)) {
                fields.put(name, text(in, name));
            } else if (name.startsWith("@")) {
                in.skipChildren();
            } else {
                throw GraphRefusal.unknownProperty(name, "microsoft.graph." + type);
            }
        }
        return fields;
    }

    private static String text(JsonParser in, String name) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING && in.currentToken() != JsonToken.VALUE_NULL) {
            throw GraphRefusal.unreadableBody("The property '" + name + "' has a value of another type than text.");
        }
        return in.getValueAsString();
    }
}
