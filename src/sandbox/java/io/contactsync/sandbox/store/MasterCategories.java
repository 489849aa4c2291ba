package io.contactsync.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The master categories of one mailbox, by id. Guarded by its tenant's lock. */
public final class MasterCategories {
    private static final List<String> COLOURS = List.of("Red", "Orange", "Yellow", "Green", "Blue", "Purple");
    private final UUID mailbox;
    private final Map<String, Map<String, Object>> categories = new LinkedHashMap<>();
    private int made;

    /** A new mailbox begins with six. */
    MasterCategories(UUID mailbox) {
        this.mailbox = mailbox;
        for (int i = 0; i < COLOURS.size(); i++) {
            add(COLOURS.get(i) + " category", "preset" + i);
        }
    }

    public List<Map<String, Object>> all() {
        return List.copyOf(categories.values());
    }

    /** Adds a category and returns it, or returns null if the name is taken (in any case). */
    public Map<String, Object> add(String name, String color) {
        boolean taken =
                categories.values().stream().anyMatch(each -> name.equalsIgnoreCase((String) each.get("displayName")));
        if (taken) {
            return null;
        }
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("id",
                UUID.nameUUIDFromBytes(("category:" + mailbox + name + ++made).getBytes(StandardCharsets.UTF_8))
                        .toString());
        category.put("displayName", name);
        category.put("color", color);
        categories.put((String) category.get("id"), category);
        return category;
    }

    /** The category of that id, or null. */
    public Map<String, Object> get(String id) {
        return categories.get(id);
    }

    public void remove(String id) {
        categories.remove(id);
    }
}
