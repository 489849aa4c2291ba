package io.contactsync.contact;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.ContactField;

/**
 * By what the contacts of a former tool are told from all others of a mailbox: a contact must carry all that is given.
 * Nothing is compared with upper and lower case.
 *
 * @param category name of its category; empty if it has none
 * @param folder display name of its contact folder; empty for all folders
 * @param property Graph's name of a property with text; empty for none
 * @param glob what that property must be, with {@code *} for anything and {@code ?} for one character
 */
public record FormerMarks(String category, String folder, String property, String glob) implements Serializable {

    public FormerMarks {
        if (category.isBlank() && folder.isBlank() && property.isBlank()) {
            throw new IllegalArgumentException("at least one mark of the former tool must be given");
        }
        if (!property.isEmpty() && !isText(property)) {
            throw new IllegalArgumentException("a pattern must name one of " + texts() + " - was '" + property + "'");
        }
    }

    private static boolean isText(String property) {
        ContactField field = ContactField.of(property);
        return field != null && (field.kind() == ContactField.Kind.TEXT || field.kind() == ContactField.Kind.NOTES);
    }

    private static String texts() {
        return Stream.of(ContactField.values()).map(ContactField::property).filter(FormerMarks::isText)
                .collect(Collectors.joining(", "));
    }

    /** The {@code $select} of the list in which they are looked for: of no contact what it holds. */
    public String select() {
        return CurrentContactReader.MARKS + (property.isEmpty() ? "" : "," + property);
    }

    /** Whether contacts of that folder may be its. */
    boolean isIn(String folderName) {
        return folder.isEmpty() || folder.equalsIgnoreCase(folderName);
    }

    /** Whether a contact of such a folder carries the other marks. */
    boolean carries(JsonNode contact) {
        return (category.isEmpty() || hasCategory(contact)) && (property.isEmpty() || fits(contact));
    }

    private boolean hasCategory(JsonNode contact) {
        for (JsonNode each : contact.path("categories")) {
            if (category.equalsIgnoreCase(each.asText())) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(JsonNode contact) {
        String text = contact.path(property).asText("").toLowerCase(Locale.ROOT);
        String expression = glob.toLowerCase(Locale.ROOT).codePoints().mapToObj(Character::toString)
                .map(each -> each.equals("*") ? ".*" : each.equals("?") ? "." : Pattern.quote(each))
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
    }

    /** As people read it. */
    public String text() {
        return Stream.of(category.isEmpty() ? "" : "category " + category, folder.isEmpty() ? "" : "folder " + folder,
                property.isEmpty() ? "" : property + " like " + glob).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
