package io.contactsync.core;

import java.util.Set;

/**
 * What we wrote into a contact before a change.
 *
 * @param displayName how we called it; empty if we gave it no name
 * @param moved properties in which the change writes something else: what the source itself has changed since
 */
public record WrittenBefore(String displayName, Set<String> moved) {

    public WrittenBefore {
        moved = Set.copyOf(moved);
    }
}
