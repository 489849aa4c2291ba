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
 * managed and has nothing in it. A part of a property that is compared only where it was written stands by its
 * {@linkplain #part own name}
 */
public record ContactImage(ContactKey key, String hash, Map<String, String> fields) {

    private static final String PART = "/";

    public ContactImage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The name of a part that is a value of its own. */
    public static String part(String property, String which) {
        return property + PART + which;
    }

    /** Managed properties in which something else stands, in their order. */
    List<String> differing(Map<String, String> present) {
        return differing(fields, present);
    }

    /** Properties of a content in which something else stands now, in their order: who is not in it is not compared. */
    public static List<String> differing(Map<String, String> written, Map<String, String> present) {
        return written.keySet().stream().filter(name -> !written.get(name).equals(present.getOrDefault(name, "")))
                .map(name -> name.contains(PART) ? name.substring(0, name.indexOf(PART)) : name).distinct().toList();
    }

    /** Properties that are not managed here, and in which something stands. */
    List<String> besides(Map<String, String> present) {
        TreeSet<String> others = new TreeSet<>(present.keySet());
        others.removeAll(fields.keySet());
        others.removeIf(name -> present.get(name).isEmpty() || name.contains(PART));
        return List.copyOf(others);
    }

    /** It may be looked at by people, but stand in no log. */
    @Override
    public String toString() {
        return "ContactImage[" + key.shown().text() + ", " + hash + ", fields=" + fields.size() + "]";
    }
}
