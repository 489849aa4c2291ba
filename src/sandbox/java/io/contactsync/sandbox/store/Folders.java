package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The contact folders of one mailbox: the default one, and those made in it and below. Guarded by its tenant's lock.
 */
final class Folders {
    /** Graph's name of the default folder; accepted in any case in place of its id. */
    private static final String DEFAULT_FOLDER = "Contacts";
    private final UUID mailbox;
    private final List<Folder> all = new ArrayList<>(1);
    private final String root;
    private int made;

    Folders(UUID mailbox, UUID user) {
        this.mailbox = mailbox;
        this.root = ItemIds.folder(mailbox, named("root:" + user));
        all.add(Folder.of(mailbox, named("contacts:" + user), root, DEFAULT_FOLDER, 0));
    }

    /** The default folder first. */
    List<Folder> all() {
        return Collections.unmodifiableList(all);
    }

    Folder add(Folder parent, String name, int change) {
        requireFree(parent.id(), name);
        Folder folder = Folder.of(mailbox, named(mailbox + name + ++made), parent.id(), name, change);
        all.add(folder);
        return folder;
    }

    void rename(Folder folder, String name, int change) {
        if (!name.equalsIgnoreCase(folder.name())) {
            requireFree(folder.parent(), name);
        }
        folder.rename(name, change);
    }

    /** Removes a folder with all below it, and returns them. */
    List<Folder> remove(Folder folder) {
        List<Folder> removed = new ArrayList<>(List.of(folder));
        for (int i = 0; i < removed.size(); i++) {
            String parent = removed.get(i).id();
            all.stream().filter(each -> each.parent().equals(parent)).forEach(removed::add);
        }
        all.removeAll(removed);
        return removed;
    }

    /** The hidden folder that deleted contacts go to; it is no contact folder. */
    Folder deletedItems() {
        return Folder.of(mailbox, named("deleted:" + mailbox), root, "Deleted Items", 0);
    }

    /** The folder of that id, or null if an id of this mailbox is that of no folder. */
    Folder find(String id) {
        Folder found = all.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
        if (found == null && !ItemIds.folderOfSameMailbox(all.get(0).id(), id)) {
            throw GraphException.malformedId();
        }
        return found;
    }

    static boolean isDefault(String name) {
        return name.equalsIgnoreCase(DEFAULT_FOLDER);
    }

    /** github.com/alcionai/corso, pull request 3278: the status and the code. */
    private void requireFree(String parent, String name) {
        if (all.stream().anyMatch(each -> each.parent().equals(parent) && each.name().equalsIgnoreCase(name))) {
            throw new GraphException(409, "ErrorFolderExists", "A folder with the specified name already exists.");
        }
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
