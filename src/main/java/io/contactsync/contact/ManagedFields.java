package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contactsync.core.ContactField;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values that a source may fill, each in one form that can be compared, whether we wrote it or Graph answers it: no
 * empty parts, members by name, of a birthday the day, line ends as one character, and no display name of an e-mail
 * address that only repeats it, for Graph answers with one where none was written.
 */
public final class ManagedFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ManagedFields() {
    }

    /** All properties that a source may fill, as {@code $select} takes them. */
    public static String select() {
        return Arrays.stream(ContactField.values()).map(ContactField::property).collect(Collectors.joining(","));
    }

    /** What stands in a contact, by Graph's property; an empty text for a property that is named and empty. */
    public static Map<String, String> of(JsonNode contact) {
        Map<String, String> fields = new LinkedHashMap<>();
        contact.fields().forEachRemaining(member -> {
            ContactField field = ContactField.of(member.getKey());
            if (field != null) {
                fields.put(member.getKey(), text(field, member.getValue()));
            }
        });
        return fields;
    }

    /** The same of a JSON object in one text. */
    public static Map<String, String> of(String object) {
        return of(parse(object));
    }

    static ObjectNode parse(String object) {
        try {
            return (ObjectNode) JSON.readTree(object);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** What an update sets, our hidden marks aside, as a JSON object. */
    public static String written(RenderedContact contact) {
        try {
            return JSON.readTree(contact.update()).<ObjectNode>deepCopy().without(HiddenProperties.MEMBER).toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What a source may fill of a contact as Graph answers it, as a JSON object. */
    static String read(JsonNode contact) {
        ObjectNode fields = JSON.createObjectNode();
        contact.fields().forEachRemaining(member -> {
            if (ContactField.of(member.getKey()) != null) {
                fields.set(member.getKey(), member.getValue());
            }
        });
        return fields.toString();
    }

    /** An object's members, and empty ones for those that only another one has. */
    public static String emptied(String object, String other) {
        ObjectNode all = parse(object);
        parse(other).fields().forEachRemaining(member -> {
            if (!all.has(member.getKey())) {
                all.set(member.getKey(), empty(member.getValue()));
            }
        });
        return all.toString();
    }

    private static JsonNode empty(JsonNode value) {
        if (value.isObject()) {
            ObjectNode parts = JSON.createObjectNode();
            value.fieldNames().forEachRemaining(parts::putNull);
            return parts;
        }
        return value.isArray() ? JSON.createArrayNode() : JSON.nullNode();
    }

    private static String text(ContactField field, JsonNode value) {
        JsonNode form = form(value);
        String text = form == null ? "" : form.isTextual() ? form.textValue() : form.toString();
        return field.kind() == ContactField.Kind.DAY ? text.replaceFirst("T.*", "") : text;
    }

    /** Null if nothing is in it. */
    static JsonNode form(JsonNode value) {
        if (value.isArray()) {
            ArrayNode parts = JSON.createArrayNode();
            value.forEach(part -> {
                JsonNode form = form(part);
                if (form != null) {
                    parts.add(form);
                }
            });
            return parts.isEmpty() ? null : parts;
        }
        if (value.isObject()) {
            return members(value);
        }
        String text = value.isNull() ? "" : value.asText().replace("\r\n", "\n");
        return text.isEmpty() ? null : TextNode.valueOf(text);
    }

    private static JsonNode members(JsonNode value) {
        Map<String, JsonNode> members = new TreeMap<>();
        value.fields().forEachRemaining(member -> {
            JsonNode form = member.getKey().indexOf('@') < 0 ? form(member.getValue()) : null;
            if (form != null) {
                members.put(member.getKey(), form);
            }
        });
        members.remove("name", members.get("address"));
        return members.isEmpty() ? null : JSON.createObjectNode().setAll(members);
    }
}
