package io.contactsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a program under test marks the contacts it manages: a category people see and a hidden extended property. Without
 * both a contact is somebody else's.
 *
 * @param category the category's name
 * @param property the extended property's id, such as {@code String {66f5a359-4659-4830-9070-00047ec6ac6e} Name
 * ContactSyncKey}
 * @param prefix   what the property's value begins with; empty if anything will do
 */
public record Marks(String category, String property, String prefix) {

    /** Whether a contact, as Graph or a snapshot shows it, carries both. */
    public boolean on(JsonNode contact) {
        for (JsonNode each : contact.path("categories")) {
            if (each.asText().equals(category)) {
                return key(contact) != null;
            }
        }
        return false;
    }

    /** The hidden property's value, or null if there is none of ours. */
    public String key(JsonNode contact) {
        for (JsonNode each : contact.path("singleValueExtendedProperties")) {
            if (each.path("id").asText().equalsIgnoreCase(property) && each.path("value").asText().startsWith(prefix)) {
                return each.path("value").asText();
            }
        }
        return null;
    }
}
