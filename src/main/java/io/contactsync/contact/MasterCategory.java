package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Our category in a mailbox's category list (https://learn.microsoft.com/graph/api/resources/outlookcategory).
 *
 * @param color {@code none} or {@code preset0} to {@code preset24}
 */
public record MasterCategory(String name, String color) {

    public MasterCategory {
        if (name.isBlank() || name.length() > 255 || name.contains(",")) {
            throw new IllegalArgumentException(
                    "category.name must be 1 to 255 characters without a comma - was '" + name + "'");
        }
        if (!color.matches("none|preset([0-9]|1[0-9]|2[0-4])")) {
            throw new IllegalArgumentException(
                    "category.color must be none or preset0 to preset24 - was '" + color + "'");
        }
    }

    /** The category as Graph takes it. */
    public JsonNode json() {
        return JsonNodeFactory.instance.objectNode().put("displayName", name).put("color", color);
    }
}
