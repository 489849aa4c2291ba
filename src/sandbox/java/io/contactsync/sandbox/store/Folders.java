package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphRefusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The contact folders of one mailbox: the default one, and those made in it and below. Guarded by its tenant's lock.
 */
public final class Folders {
    /** Graph's name of the default folder; accepted in any case in place of its id. */
    private static final String DEFAULT_FOLDER = "Contacts";
    private final UUID mailbox;
    private final List<Folder> all = new ArrayList<>(1);
    private final String root;
    private final ChangeLog log;
    private Folder deletedItems;
    private int made;

    Folders(UUID mailbox, UUID user, ChangeLog log) {
        this.mailbox = mailbox;
        this.log = log;
        this.root = ItemIds.folder(mailbox, uuid("root:" + user));
        all.add(Folder.of(mailbox, uuid("contacts:" + user), root, DEFAULT_FOLDER, 0));
    }

    /** The default folder first. */
    public List<Folder> all() {
        return Collections.unmodifiableList(all);
    }

    /** Those directly in a folder. */
    public List<Folder> in(Folder parent) {
        return all.stream().filter(each -> each.parent().equals(parent.id())).toList();
    }

    /** @throws GraphRefusal 409 if the name is taken in any case */
    public Folder add(Folder parent, String name) {
        requireFree(parent.id(), name);
        Folder folder = Folder.of(mailbox, uuid(mailbox + name + ++made), parent.id(), name, log.next());
        all.add(folder);
        return folder;
    }

    /** @throws GraphRefusal 409 if the name is taken in any case */
    public void rename(Folder folder, String name) {
        if (!name.equalsIgnoreCase(folder.name())) {
            requireFree(folder.parent(), name);
        }
        folder.rename(name, log.next());
    }

    /** Removes a folder with all below it, in one change, and returns them. */
    List<Folder> remove(Folder folder) {
        List<Folder> removed = new ArrayList<>(List.of(folder));
        for (int i = 0; i < removed.size(); i++) {
            removed.addAll(in(removed.get(i)));
        }
        all.removeAll(removed);
        int change = log.next();
        removed.forEach(each -> log.removed(each, change));
        return removed;
    }

    /** The hidden folder that deleted contacts go to; it is no contact folder. */
    Folder deletedItems() {
        if (deletedItems == null) {
            deletedItems = Folder.of(mailbox, uuid("deleted:" + mailbox), root, "Deleted Items", 0);
        }
        return deletedItems;
    }

    /** The folder with that id, or the default one by its well-known name in any case, or null. */
    public Folder named(String idOrName) {
        return idOrName.equalsIgnoreCase(DEFAULT_FOLDER) ? all.get(0) : find(idOrName);
    }

    /** The folder of that id, or null if an id of this mailbox is that of no folder; names are not understood. */
    public Folder find(String id) {
        Folder found = all.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
        if (found == null && !ItemIds.folderOfSameMailbox(all.get(0).id(), id)) {
            throw GraphRefusal.malformedId();
        }
        return found;
    }

    /** github.com/alcionai/corso, pull request 3278: the status and the code. */
    private void requireFree(String parent, String name) {
        if (all.stream().anyMatch(each -> each.parent().equals(parent) && each.name().equalsIgnoreCase(name))) {
            throw new GraphRefusal(409, "ErrorFolderExists", "A folder with the specified name already exists.");
        }
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
