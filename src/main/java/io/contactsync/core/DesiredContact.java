package io.contactsync.core;

/**
 * A contact that a mailbox should hold, as the planner sees it.
 *
 * @param key who it is
 * @param hash content hash of all that we would write
 */
public record DesiredContact(ContactKey key, String hash) {
}
