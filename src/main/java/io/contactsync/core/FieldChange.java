package io.contactsync.core;

/**
 * One property of a contact before and after, as people read it.
 *
 * @param property Graph's name of it, for example {@code mobilePhone}
 * @param before its value before, in one line; empty if it had none
 * @param after its value after, in one line; empty if it will have none
 */
public record FieldChange(String property, String before, String after) {
    /** It may stand on screens and in reports, but in no log: values are not told. */
    @Override
    public String toString() {
        return "FieldChange[property=" + property + "]";
    }
}
