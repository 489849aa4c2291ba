package io.contactsync.core;

/**
 * What a run did to a contact, as its journal tells.
 *
 * @param action what
 * @param key to whose contact, as it is {@linkplain ContactKey#shown() shown}
 * @param before hash of its content before; empty for a create, or if it is not known
 * @param after hash of its content afterwards; empty for a delete, or if it is not known
 * @param gaveBack whether its owner had taken our category off, and it put that on again
 */
public record PastChange(Action action, ContactKey key, String before, String after, boolean gaveBack) {
}
