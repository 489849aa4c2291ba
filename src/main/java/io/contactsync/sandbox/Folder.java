package io.contactsync.sandbox;

import java.util.UUID;

/**
 * A contact folder of one mailbox.
 *
 * @param id     the folder's id as Graph shows it
 * @param parent id of the folder it lies in
 * @param ids    writes and reads the ids of its contacts
 */
record Folder(String id, String parent, String name, ItemIds ids) {

    static Folder of(UUID mailbox, UUID folder, String parent, String name) {
        return new Folder(ItemIds.folder(mailbox, folder), parent, name, new ItemIds(mailbox, folder));
    }
}
