package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users, groups and organisational contacts have in common for the directory's queries. */
public sealed interface DirectoryObject extends Fields permits User, Group, OrgContact {

    /** Object id. */
    String id();

    /** Name of the type, such as {@code microsoft.graph.user}. */
    String type();

    /** All properties that can be selected in a listing. */
    Set<String> properties();

    /** Those shown when nothing is selected. */
    List<String> defaults();

    /** Whether the property has or ever had a value; a tracked change leaves out those that never had one. */
    default boolean isSet(String name) {
        return get(name) != null;
    }

    /** Properties kept outside of the directory, with their values: to be had of one object, not in listings. */
    default Map<String, Object> elsewhere() {
        return Map.of();
    }
}
