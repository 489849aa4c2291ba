package io.contactsync.core;

import java.util.List;
import java.util.Set;

/**
 * What an update writes. Mostly all managed properties and our hidden marks, and nothing else of the contact.
 *
 * @param left Graph's names of managed properties that stay as the contact's owner has them
 * @param categories all categories that the contact carries afterwards; null where they stay as they are
 * @param unmarks whether it takes our hidden marks off and writes nothing else: the contact is its owner's from then on
 */
public record Writes(Set<String> left, List<String> categories, boolean unmarks) {

    /** All managed properties and our hidden marks. */
    public static final Writes ALL = new Writes(Set.of(), null, false);
    /** Nothing but that our hidden marks go. */
    public static final Writes UNMARK = new Writes(Set.of(), null, true);

    public Writes {
        left = Set.copyOf(left);
        categories = categories == null ? null : List.copyOf(categories);
    }
}
