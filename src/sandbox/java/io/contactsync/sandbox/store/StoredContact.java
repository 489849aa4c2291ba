package io.contactsync.sandbox.store;

/**
 * A contact in a mailbox: little more than numbers and a reference to its shared content.
 *
 * @param number   the item's number in the mailbox, of which its id is made; another one after each move
 * @param origin   the number it was created with, of which its immutable id is made
 * @param change   number of the change that made it what it is, of which its change key is made
 * @param created  seconds since 1970
 * @param modified seconds since 1970
 */
public record StoredContact(int number, int origin, int change, long created, long modified, Folder folder,
        ContactContent content) {

    /** The id in one of its two forms. */
    public String id(boolean immutable) {
        return folder.ids().text(immutable ? origin : number, immutable);
    }

    StoredContact changed(int byChange, long now, ContactContent other) {
        return new StoredContact(number, origin, byChange, created, now, folder, other);
    }

    StoredContact moved(int newNumber, int byChange, long now, Folder target) {
        return new StoredContact(newNumber, origin, byChange, created, now, target, content);
    }

    StoredContact aged(long seconds) {
        return new StoredContact(number, origin, change, created - seconds, modified, folder, content);
    }

    boolean named(String id) {
        return folder.ids().number(id) == number || folder.ids().origin(id) == origin;
    }
}
