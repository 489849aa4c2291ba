package io.contactsync.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Remembers what has been validated, so that everything of the same shape is validated once. A shape is the members and
 * their types, with the text only where the schema limits it (dates and GUIDs with every hexadecimal digit alike). Of a
 * list the entries of a new shape are kept.
 */
final class Novelty {
    private final Set<String> limited;
    private final Set<String> known = new HashSet<>();

    Novelty(Set<String> limited) {
        this.limited = limited;
    }

    int size() {
        return known.size();
    }

    /**
     * Takes from the body's list the entries that are known.
     *
     * @return whether anything is left to validate
     */
    boolean reduce(String kind, JsonNode body) {
        boolean anyNew = false;
        if (body != null && body.path("value") instanceof ArrayNode entries) {
            for (Iterator<JsonNode> each = entries.iterator(); each.hasNext();) {
                boolean isNew = known.add(kind + " value " + shape("value", each.next()));
                anyNew |= isNew;
                if (!isNew) {
                    each.remove();
                }
            }
        }
        return known.add(kind + " " + (body == null ? "" : envelope(body))) || anyNew;
    }

    private String envelope(JsonNode body) {
        return body.path("value").isArray() ? shape("", ((ObjectNode) body.deepCopy()).put("value", "list"))
                : shape("", body);
    }

    private String shape(String name, JsonNode node) {
        if (node.isObject()) {
            Map<String, String> members = new TreeMap<>();
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                members.put(each.getKey(), shape(each.getKey(), each.getValue()));
            }
            return members.toString();
        }
        if (node.isArray()) {
            Set<String> shapes = new TreeSet<>();
            node.forEach(each -> shapes.add(shape(name, each)));
            return shapes.toString();
        }
        return node.isTextual() && limited.contains(name) ? node.asText().replaceAll("[0-9a-fA-F]", "h")
                : node.getNodeType().name();
    }
}
