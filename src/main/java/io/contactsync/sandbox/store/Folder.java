package io.contactsync.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A contact folder of one mailbox.
 *
 * @param id      the folder's id as Graph shows it
 * @param idBytes the same in ASCII
 * @param parent  id of the folder it lies in
 * @param ids     writes and reads the ids of its contacts
 */
public record Folder(String id, byte[] idBytes, String parent, String name, ItemIds ids) {

    static Folder of(UUID mailbox, UUID folder, String parent, String name) {
        String id = ItemIds.folder(mailbox, folder);
        return new Folder(id, id.getBytes(StandardCharsets.US_ASCII), parent, name, new ItemIds(mailbox, folder));
    }
}
