package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactField.Kind;
import io.contactsync.core.ContactImage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The values that a source may fill, in the one form in which contents are compared, whoever compares them and whether
 * we wrote them or Graph answers them. What Graph may answer otherwise than it was written is no difference: an emptied
 * value and none, blanks around a line, line ends, the time of a birthday. The name beside an e-mail address is a value
 * of its own, so that one that was not written is not compared.
 */
public final class ManagedFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMAILS = ContactField.EMAIL_ADDRESSES.property();
    private static final List<String> ADDRESS = List.of("street", "city", "state", "countryOrRegion", "postalCode");
    /** No text has it: in each, line ends are the other character. */
    private static final String BETWEEN = "\r";

    private ManagedFields() {
    }

    /** All properties that a source may fill, as {@code $select} takes them. */
    public static String select() {
        return Arrays.stream(ContactField.values()).map(ContactField::property).collect(Collectors.joining(","));
    }

    /** What stands in a contact, as {@link ContactImage} has it. */
    public static Map<String, String> of(JsonNode contact) {
        Map<String, String> fields = new LinkedHashMap<>();
        contact.fields().forEachRemaining(member -> {
            ContactField field = ContactField.of(member.getKey());
            if (field != null) {
                fields.put(member.getKey(), text(field.kind(), member.getValue()));
            }
        });
        contact.path(EMAILS).forEach(mail -> {
            String name = text(mail.path("name"));
            String address = text(mail.path("address"));
            if (!name.isEmpty() && !name.equals(address)) {
                fields.put(ContactImage.part(EMAILS, address), name);
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

    private static String text(Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT, PHONE, NOTES -> text(value);
            case DAY -> text(value).replaceFirst("T.*", "");
            case TEXTS, PHONES -> texts(children(value));
            case EMAILS -> texts(children(value).map(mail -> mail.path("address")));
            case ADDRESS -> ADDRESS.stream().allMatch(part -> text(value.path(part)).isEmpty()) ? ""
                    : ADDRESS.stream().map(part -> text(value.path(part))).collect(Collectors.joining(BETWEEN));
        };
    }

    private static Stream<JsonNode> children(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }

    private static String texts(Stream<JsonNode> values) {
        return values.map(ManagedFields::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(BETWEEN));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? ""
                : value.asText("").strip().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
