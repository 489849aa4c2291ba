package io.contactsync.sandbox.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.ExtendedProperty;
import io.contactsync.sandbox.protocol.GraphRefusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the extended properties and open extensions in the JSON of a contact.
 *
 * @see <a
 * href="https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-post-singlevalueextendedproperties">create
 *     singleValueLegacyExtendedProperty</a>
 */
record HiddenPropertyParser(ContactRules rules) {

    void extended(JsonParser in, boolean multi, List<ExtendedProperty> list) throws IOException {
        ContactParser.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            ContactParser.expect(in, JsonToken.START_OBJECT);
            String id = null;
            List<String> values = List.of();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals("id")) {
                    id = ContactParser.text(in);
                } else if (name.equals("value")) {
                    values = extendedValues(in, multi);
                } else {
                    in.skipChildren();
                }
            }
            list.add(extended(id, multi, values));
        }
    }

    private ExtendedProperty extended(String id, boolean multi, List<String> values) {
        if (id == null) {
            throw ContactParser.malformed();
        }
        ExtendedProperty property = ExtendedProperty.of(rules.extendedId(id), values);
        if (property.tag().multi() != multi) {
            throw GraphRefusal.invalidProperty("The type of the extended property '" + id + "' is one of "
                    + (multi ? "a single value." : "several values."));
        }
        return property;
    }

    private List<String> extendedValues(JsonParser in, boolean multi) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return multi || rules.nullRemoves() ? List.of() : List.of("");
        }
        if (!multi) {
            return List.of(ContactParser.text(in));
        }
        List<String> values = new ArrayList<>();
        ContactParser.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            values.add(ContactParser.text(in));
        }
        return List.copyOf(values);
    }

    static void extensions(JsonParser in, Map<String, OpenExtension> byKey) throws IOException {
        ContactParser.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            OpenExtension extension = OpenExtension.read(in);
            if (extension.name() == null) {
                throw GraphRefusal.unreadableBody("An open extension has no extensionName.");
            }
            byKey.put(extension.key(), extension);
        }
    }
}
