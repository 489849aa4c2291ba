package io.contactsync.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A contact folder of one mailbox. Guarded by its tenant's lock; equal only to itself. */
public final class Folder {
    private final String id;
    private final byte[] idBytes;
    private final String parent;
    private final ItemIds ids;
    private String name;
    private int change;

    private Folder(String id, String parent, String name, ItemIds ids, int change) {
        this.id = id;
        this.idBytes = id.getBytes(StandardCharsets.US_ASCII);
        this.parent = parent;
        this.name = name;
        this.ids = ids;
        this.change = change;
    }

    static Folder of(UUID mailbox, UUID folder, String parent, String name, int change) {
        return new Folder(ItemIds.folder(mailbox, folder), parent, name, new ItemIds(mailbox, folder), change);
    }

    /** The folder's id as Graph shows it. */
    public String id() {
        return id;
    }

    /** The same in ASCII. */
    byte[] idBytes() {
        return idBytes;
    }

    /** Id of the folder it lies in. */
    public String parent() {
        return parent;
    }

    public String name() {
        return name;
    }

    /** Writes and reads the ids of its contacts. */
    public ItemIds ids() {
        return ids;
    }

    /** Number of the change that made or renamed it. */
    public int change() {
        return change;
    }

    void rename(String other, int byChange) {
        name = other;
        change = byChange;
    }
}
