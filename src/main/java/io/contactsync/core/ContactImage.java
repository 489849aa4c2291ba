package io.contactsync.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A content of a contact, as far as it is managed.
 *
 * @param key whose contact it is
 * @param hash by which journals name this content
 * @param fields each managed value in one form that can be compared, by Graph's property; an empty text for one that is
 * managed and has nothing in it
 */
public record ContactImage(ContactKey key, String hash, Map<String, String> fields) {

    public ContactImage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Managed properties in which something else stands, in their order. */
    List<String> differing(Map<String, String> present) {
        return fields.keySet().stream().filter(property -> !fields.get(property)
                .equals(present.getOrDefault(property, ""))).toList();
    }

    /** Properties that are not managed here, and in which something stands. */
    List<String> besides(Map<String, String> present) {
        TreeSet<String> others = new TreeSet<>(present.keySet());
        others.removeAll(fields.keySet());
        others.removeIf(property -> present.get(property).isEmpty());
        return List.copyOf(others);
    }

    /** It may be looked at by people, but stand in no log. */
    @Override
    public String toString() {
        return "ContactImage[" + key.shown().text() + ", " + hash + ", fields=" + fields.size() + "]";
    }
}
