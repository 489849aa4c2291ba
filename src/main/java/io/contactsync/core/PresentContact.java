package io.contactsync.core;

import java.util.List;
import java.util.Map;

/**
 * One of our contacts as it was just read.
 *
 * @param marks whose it is, and its version
 * @param categories all of its categories
 * @param fields its values in the form of a {@link ContactImage}, by Graph's property
 */
public record PresentContact(CurrentContact marks, List<String> categories, Map<String, String> fields) {

    public PresentContact {
        categories = List.copyOf(categories);
        fields = Map.copyOf(fields);
    }

    /** It may be looked at by people, but stand in no log. */
    @Override
    public String toString() {
        return "PresentContact[" + marks.id() + ", fields=" + fields.size() + "]";
    }
}
