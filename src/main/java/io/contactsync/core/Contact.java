package io.contactsync.core;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Our neutral record of a person or company, the only thing that passes from a source to the rest. The fields present
 * are the fields we manage for this contact; what is absent is left to the mailbox's owner. Past normalisation every
 * contact has a display name.
 *
 * @param key who it is
 * @param fields what is known, in the order of {@link ContactField}
 */
public record Contact(ContactKey key, Map<ContactField, Value> fields) {

    public Contact {
        EnumMap<ContactField, Value> ordered = new EnumMap<>(ContactField.class);
        ordered.putAll(fields);
        fields = Collections.unmodifiableMap(ordered);
    }

    /** The text of a one-line field, empty if there is none. */
    public String text(ContactField field) {
        return fields.get(field) instanceof Value.Text text ? text.text() : "";
    }
}
