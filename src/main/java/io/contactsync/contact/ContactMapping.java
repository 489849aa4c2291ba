package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a source's mapping made: a JSON object with {@code id}, optionally {@code region}, and Graph's contact properties. A property
 * that is there, even with {@code null}, is managed; one that is absent is left to the mailbox's owner.
 */
final class ContactMapping {

    private static final String ID = "id";
    private static final String REGION = "region";
    private static final int DATE_LENGTH = 10;

    private ContactMapping() {
    }

    /**
     * The contact as mapped, not yet normalised.
     *
     * @throws IllegalArgumentException in one sentence that names the property, what was found and what is allowed
     */
    static Contact read(String source, JsonNode mapped) {
        if (mapped == null || !mapped.isObject()) {
            throw new IllegalArgumentException("the mapping made " + type(mapped) + " instead of an object with id and contact properties");
        }
        ContactKey key = new ContactKey(source, text(ID, mapped.path(ID)));
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        mapped.properties().stream().filter(entry -> !entry.getKey().equals(ID) && !entry.getKey().equals(REGION))
                .forEach(entry -> fields.put(field(entry.getKey()), value(entry.getKey(), field(entry.getKey()).kind(), entry.getValue())));
        return new Contact(key, fields);
    }

    /** The region (ISO 3166-1 alpha-2) that this row's national telephone numbers belong to; the source's own if the mapping names none. */
    static String region(JsonNode mapped, String sourceRegion) {
        String region = mapped.path(REGION).asText("").trim();
        return region.isEmpty() ? sourceRegion : region;
    }

    private static ContactField field(String property) {
        ContactField field = ContactField.of(property);
        if (field == null) {
            throw new IllegalArgumentException("'" + property + "' is not a contact property - allowed are id, region, "
                    + Stream.of(ContactField.values()).map(ContactField::property).collect(Collectors.joining(", ")));
        }
        return field;
    }

    private static Value value(String property, ContactField.Kind kind, JsonNode node) {
        return switch (kind) {
            case TEXT, NOTES, PHONE -> new Value.Text(text(property, node));
            case TEXTS, PHONES -> new Value.Texts(items(property, node).stream().map(item -> text(property, item)).toList());
            case EMAILS -> new Value.Emails(items(property, node).stream().map(item -> email(property, item)).toList());
            case ADDRESS -> address(property, node);
            case DAY -> day(property, text(property, node));
        };
    }

    private static String text(String property, JsonNode node) {
        if (node.isContainerNode()) {
            throw new IllegalArgumentException("'" + property + "' must be a text - was " + type(node));
        }
        return node.isNull() || node.isMissingNode() ? "" : node.asText();
    }

    private static List<JsonNode> items(String property, JsonNode node) {
        if (!node.isArray() && !node.isNull()) {
            throw new IllegalArgumentException("'" + property + "' must be a list - was " + type(node));
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    private static Value.Email email(String property, JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("'" + property + "' must be a list of {name, address} - found " + type(node));
        }
        return new Value.Email(text("name", node.path("name")), text("address", node.path("address")));
    }

    private static Value.Address address(String property, JsonNode node) {
        if (!node.isObject() && !node.isNull()) {
            throw new IllegalArgumentException("'" + property + "' must be {street, city, state, countryOrRegion, postalCode} - was " + type(node));
        }
        return new Value.Address(text("street", node.path("street")), text("city", node.path("city")), text("state", node.path("state")),
                text("countryOrRegion", node.path("countryOrRegion")), text("postalCode", node.path("postalCode")));
    }

    private static Value.Day day(String property, String text) {
        try {
            return new Value.Day(text.isBlank() ? null : LocalDate.parse(text.trim().substring(0, Math.min(DATE_LENGTH, text.trim().length()))));
        } catch (DateTimeParseException notADay) {
            throw new IllegalArgumentException("'" + property + "' must be a day as 1987-12-31 - was '" + text + "'");
        }
    }

    private static String type(JsonNode node) {
        return node == null || node.isMissingNode() || node.isNull() ? "nothing" : "a " + node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
