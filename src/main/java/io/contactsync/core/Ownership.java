package io.contactsync.core;

/**
 * Whose a contact is. Only {@link #OURS} is ever changed or deleted: it carries both marks, the visible category and
 * the hidden key of this instance.
 */
public enum Ownership {
    /** Both marks: ours to update and to delete. */
    OURS,
    /** Our key without the category: its owner took it out of our hands. Untouched, and not doubled. */
    RELEASED,
    /** The category without a key: somebody's own contact that happens to be filed there. Untouched. */
    UNPROVEN,
    /** The key of another installation. Untouched. */
    OTHER_INSTANCE,
    /** Everything else: the person's own. Untouched. */
    FOREIGN
}
