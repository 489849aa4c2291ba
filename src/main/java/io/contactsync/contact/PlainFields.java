package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            JSON.readTree(contact.update()).fields().forEachRemaining(field -> {
                String text = field.getKey().equals(HiddenProperties.MEMBER) ? ""
                        : plain(field.getKey(), field.getValue());
                if (!text.isEmpty()) {
                    fields.put(field.getKey(), text);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
        return property.equals("birthday") ? text.replaceFirst("T.*", "") : text;
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
