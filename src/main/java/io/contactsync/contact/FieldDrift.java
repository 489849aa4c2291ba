package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.ContactField;
import io.contactsync.core.FieldChange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares the managed fields of a contact as it was read with what we would write. Both are brought into one form
 * first, in which what Graph may answer otherwise than it was written is no difference: an emptied field and none, line
 * breaks, the time of a birthday, the name beside an e-mail address that was written without one.
 */
final class FieldDrift {

    private static final List<String> ADDRESS = List.of("street", "city", "state", "countryOrRegion", "postalCode");

    private FieldDrift() {
    }

    /**
     * What differs: what stands there, and what we would write.
     *
     * @param desired what is managed, as an update writes it
     * @param read the contact
     */
    static List<FieldChange> between(JsonNode desired, JsonNode read) {
        List<FieldChange> drift = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : desired.properties()) {
            String property = field.getKey();
            JsonNode there = read.path(property);
            if (ContactField.of(property) != null && !canonical(property, field.getValue(), field.getValue())
                    .equals(canonical(property, there, field.getValue()))) {
                drift.add(new FieldChange(property, PlainFields.plain(property, there),
                        PlainFields.plain(property, field.getValue())));
            }
        }
        return drift;
    }

    private static List<String> canonical(String property, JsonNode value, JsonNode wanted) {
        return switch (ContactField.of(property).kind()) {
            case TEXT, PHONE -> List.of(text(value));
            case NOTES -> text(value).lines().map(String::stripTrailing).toList();
            case DAY -> List.of(text(value).replaceFirst("T.*", ""));
            case TEXTS, PHONES -> texts(value);
            case EMAILS -> mails(value, wanted);
            case ADDRESS -> ADDRESS.stream().map(part -> text(value.path(part))).toList();
        };
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("").strip();
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(text(value)));
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /** A name that we do not write is not ours to compare. */
    private static List<String> mails(JsonNode mails, JsonNode wanted) {
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < mails.size(); place++) {
            boolean named = wanted.path(place).hasNonNull("name");
            String address = text(mails.path(place).path("address"));
            if (!address.isEmpty()) {
                texts.add(named ? text(mails.path(place).path("name")) + " <" + address + ">" : address);
            }
        }
        return texts;
    }
}
