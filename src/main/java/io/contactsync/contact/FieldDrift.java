package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.ContactImage;
import io.contactsync.core.FieldChange;

import java.util.List;

/** Compares the managed fields of a contact as it was read with what we would write, in the form of an undo's. */
final class FieldDrift {

    private FieldDrift() {
    }

    /**
     * What differs: what stands there, and what we would write.
     *
     * @param desired what is managed, as an update writes it
     * @param read the contact
     */
    static List<FieldChange> between(JsonNode desired, JsonNode read) {
        return ContactImage.differing(ManagedFields.of(desired), ManagedFields.of(read)).stream()
                .map(property -> new FieldChange(property, PlainFields.plain(property, read.path(property)),
                        PlainFields.plain(property, desired.path(property)))).toList();
    }
}
