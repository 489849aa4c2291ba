package io.contactsync.core;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * One property of a contact before and after, as people read it.
 *
 * @param property Graph's name of it, for example {@code mobilePhone}
 * @param before its value before, in one line; empty if it had none
 * @param after its value after, in one line; empty if it will have none
 */
public record FieldChange(String property, String before, String after) {

    public FieldChange {
        Stream.of(property, before, after).forEach(Objects::requireNonNull);
    }

    /** It may stand on screens and in reports, but in no log: values are not told. */
    @Override
    public String toString() {
        return "FieldChange[property=" + property + "]";
    }
}
