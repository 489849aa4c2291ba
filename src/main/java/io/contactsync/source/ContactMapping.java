package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.Remark;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import io.contactsync.problem.NearMiss;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a source's mapping made: a JSON object with {@code id}, optionally {@code region}, and Graph's contact
 * properties. A property that is there, even with {@code null}, is managed; one that is absent is left to the mailbox's
 * owner. A value that is not what its property takes is left out and remarked; only an id is indispensable.
 */
final class ContactMapping {

    private static final String ID = "id";
    private static final String REGION = "region";

    private final List<Remark> remarks = new ArrayList<>();

    private ContactMapping() {
    }

    /**
     * What a row became.
     *
     * @param contact as mapped, not yet normalised
     * @param region of its national telephone numbers (ISO 3166-1 alpha-2), as mapped; empty if the mapping names none
     * @param remarks about values that were left out
     */
    record Mapped(Contact contact, String region, List<Remark> remarks) {
    }

    /**
     * Reads one row.
     *
     * @throws MappingMistake if it names a property that no contact has
     * @throws IllegalArgumentException in one sentence that names the property, what was found and what is allowed
     */
    static Mapped read(String source, JsonNode mapped) {
        if (mapped == null || !mapped.isObject()) {
            throw new IllegalArgumentException(
                    "the mapping made " + type(mapped) + " instead of an object with id and contact properties");
        }
        return new ContactMapping().contact(source, mapped);
    }

    private Mapped contact(String source, JsonNode mapped) {
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        mapped.properties().stream().filter(entry -> !entry.getKey().equals(ID) && !entry.getKey().equals(REGION))
                .forEach(entry -> fields.put(field(entry.getKey()), value(field(entry.getKey()), entry.getValue())));
        Contact contact = new Contact(new ContactKey(source, id(mapped.path(ID))), fields);
        return new Mapped(contact, text(REGION, mapped.path(REGION)).trim(), remarks);
    }

    private static ContactField field(String property) {
        ContactField field = ContactField.of(property);
        if (field == null) {
            throw new MappingMistake("'" + property + "' is not a contact property - allowed are id, region, "
                    + Stream.of(ContactField.values()).map(ContactField::property).collect(Collectors.joining(", "))
                    + NearMiss.question(property,
                            Stream.of(ContactField.values()).map(ContactField::property).toList()));
        }
        return field;
    }

    private static String id(JsonNode node) {
        if (node.isContainerNode()) {
            throw new IllegalArgumentException("'id' must be a text - was " + type(node));
        }
        return isNothing(node) ? "" : node.asText();
    }

    private Value value(ContactField field, JsonNode node) {
        String property = field.property();
        return switch (field.kind()) {
            case TEXT, NOTES, PHONE -> new Value.Text(text(property, node));
            case TEXTS, PHONES -> new Value.Texts(items(node).stream().map(item -> text(property, item)).toList());
            case EMAILS -> new Value.Emails(items(node).stream().map(item -> email(property, item))
                    .filter(Objects::nonNull).toList());
            case ADDRESS -> address(property, node);
            case DAY -> day(property, text(property, node));
        };
    }

    private String text(String property, JsonNode node) {
        if (node.isContainerNode()) {
            leaveOut(property, "it must be a text", node);
            return "";
        }
        return isNothing(node) ? "" : node.asText();
    }

    /** A text where a list is expected is a list of one: it can mean nothing else. */
    private static List<JsonNode> items(JsonNode node) {
        List<JsonNode> items = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(items::add);
        } else if (!isNothing(node)) {
            items.add(node);
        }
        return items;
    }

    private Value.Email email(String property, JsonNode node) {
        if (node.isArray()) {
            leaveOut(property, "it must be a list of {name, address}", node);
            return null;
        }
        return node.isObject() ? new Value.Email(text(property, node.path("name")),
                text(property, node.path("address")))
                : new Value.Email("", text(property, node));
    }

    private Value.Address address(String property, JsonNode node) {
        if (!node.isObject() && !isNothing(node)) {
            leaveOut(property, "it must be {street, city, state, countryOrRegion, postalCode}", node);
        }
        return new Value.Address(text(property, node.path("street")), text(property, node.path("city")),
                text(property, node.path("state")),
                text(property, node.path("countryOrRegion")), text(property, node.path("postalCode")));
    }

    private Value.Day day(String property, String text) {
        LocalDate day = text.isBlank() ? null : Days.read(text);
        if (day == null && !text.isBlank()) {
            remarks.add(new Remark(Remark.Kind.LEFT_OUT, property, Days.ALLOWED, text));
        }
        return new Value.Day(day);
    }

    private void leaveOut(String property, String reason, JsonNode found) {
        remarks.add(new Remark(Remark.Kind.LEFT_OUT, property, reason, found.toString()));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static String type(JsonNode node) {
        if (node == null || isNothing(node)) {
            return "nothing";
        }
        String name = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return (name.matches("[aeiou].*") ? "an " : "a ") + name;
    }
}
