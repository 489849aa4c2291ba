package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.contactsync.core.ContactField;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/** The fields of a contact as people read them: each value in one line. */
public final class PlainFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;

    private PlainFields() {
    }

    /**
     * The values by Graph's property, in Graph's order, without those that are empty; long ones are cut, and still
     * differ where they differed.
     */
    public static Map<String, String> of(RenderedContact contact) {
        return of(tree(contact));
    }

    /** Graph's names of all properties that we manage of a contact, empty ones included. */
    public static Set<String> properties(RenderedContact contact) {
        Set<String> names = new HashSet<>();
        tree(contact).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode tree(RenderedContact contact) {
        try {
            return JSON.readTree(contact.update());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same of values as an object of Graph's JSON. */
    public static Map<String, String> of(String fields) {
        return of(ManagedFields.parse(fields));
    }

    /** The values of a contact as Graph tells it; what a source may not fill is left out. */
    static Map<String, String> of(JsonNode contact) {
        Map<String, String> fields = new LinkedHashMap<>();
        contact.fields().forEachRemaining(field -> {
            String text = ContactField.of(field.getKey()) == null ? "" : text(field.getKey(), field.getValue());
            if (!text.isEmpty()) {
                fields.put(field.getKey(), cut(text.strip().replaceAll("\\s*[\\r\\n]\\s*", " / ")));
            }
        });
        return fields;
    }

    /** One value, in one line; empty if there is none. */
    static String plain(String property, JsonNode value) {
        return cut(text(property, value).strip().replaceAll("\\s*[\\r\\n]\\s*", " / "));
    }

    private static String text(String property, JsonNode value) {
        if (value.isArray()) {
            return joined(value, ", ");
        }
        if (value.isObject()) {
            return value.has("address") ? mail(value.path("name").asText(""), value.path("address").asText(""))
                    : joined(value, ", ");
        }
        String text = value.isNull() ? "" : value.asText();
        ContactField field = ContactField.of(property);
        return field != null && field.kind() == ContactField.Kind.DAY ? text.replaceFirst("T.*", "") : text;
    }

    private static String joined(JsonNode values, String between) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(text("", value)));
        texts.removeIf(String::isEmpty);
        return String.join(between, texts);
    }

    private static String mail(String name, String address) {
        return name.isEmpty() || name.equals(address) ? address : name + " <" + address + ">";
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + String.format(Locale.ROOT, "… (%d characters, sum %08x)",
                text.length(), sum.getValue());
    }
}
