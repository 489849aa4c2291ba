package io.contactsync.sandbox.store;

/**
 * A contact in a mailbox: little more than numbers and a reference to its shared content.
 *
 * @param number   the item's number in the mailbox, of which its ids are made
 * @param change   number of the change that made it what it is, of which its change key is made
 * @param created  seconds since 1970
 * @param modified seconds since 1970
 */
public record StoredContact(int number, int change, long created, long modified, Folder folder, ContactContent content) {
}
