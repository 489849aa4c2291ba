package io.contactsync.sandbox.protocol;

/** Gives a filter the values it asks for. */
@FunctionalInterface
public interface Fields {

    /** The value at that path: text, boolean, number, a list, a map, or null. */
    Object get(String path);
}
