package io.contactsync.sandbox.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the changes of a mailbox, and holds what delta queries need to know beyond its contacts, which carry the
 * number of their last change: the removals. They are kept from the first delta query on; a mailbox nobody tracks keeps
 * none.
 */
public final class ChangeLog {
    private final List<Removal> contacts = new ArrayList<>(0);
    private final List<FolderRemoval> folders = new ArrayList<>(0);
    private final Map<Integer, Integer> lastSeen = new HashMap<>();
    private boolean tracked;
    private int last;
    private int generation = 1;

    /**
     * A contact that left a folder: deleted, or moved away.
     *
     * @param change number of that change
     * @param number the item's number while it was there
     * @param origin the number it was created with
     */
    public record Removal(int change, int number, int origin, Folder folder) {

        /** The id it had in that folder. */
        public String id(boolean immutable) {
            return folder.ids().text(immutable ? origin : number, immutable);
        }
    }

    /** @param change number of the change that removed the folder */
    public record FolderRemoval(int change, String id) {
    }

    /** The number of a change that happens now, of whatever kind; greater than all before. */
    int next() {
        return ++last;
    }

    /** Number of the last change. */
    int last() {
        return last;
    }

    /** Removals are kept from now on. */
    public void track() {
        tracked = true;
    }

    /** Tokens of another generation have expired. */
    public int generation() {
        return generation;
    }

    void expireTokens() {
        generation++;
    }

    /** Removals from a folder, oldest first. */
    public List<Removal> removals(Folder folder, int afterChange, int untilChange) {
        return contacts.stream()
                .filter(each -> each.folder() == folder && each.change() > afterChange && each.change() <= untilChange)
                .toList();
    }

    /** Removed folders, oldest first. */
    public List<FolderRemoval> folderRemovals(int afterChange) {
        return folders.stream().filter(each -> each.change() > afterChange).toList();
    }

    /** Number of the last change of a contact that delta queries show. */
    public int seen(StoredContact contact) {
        return lastSeen.isEmpty() ? contact.change() : lastSeen.getOrDefault(contact.origin(), contact.change());
    }

    void removed(StoredContact contact, int change) {
        lastSeen.remove(contact.origin());
        if (tracked) {
            contacts.add(new Removal(change, contact.number(), contact.origin(), contact.folder()));
        }
    }

    /**
     * The change that removed this contact, the last one if nobody tracks yet: it is kept from now on, as delta queries
     * still show the contact.
     */
    int removal(StoredContact contact) {
        for (Removal each : contacts) {
            if (each.number() == contact.number()) {
                return each.change();
            }
        }
        contacts.add(new Removal(last, contact.number(), contact.origin(), contact.folder()));
        return last;
    }

    void removed(Folder folder, int change) {
        if (tracked) {
            folders.add(new FolderRemoval(change, folder.id()));
        }
    }

    /** Takes note of a change of that contact before it happens. */
    void changing(StoredContact before, boolean shown) {
        if (!shown) {
            lastSeen.putIfAbsent(before.origin(), before.change());
        } else if (!lastSeen.isEmpty()) {
            lastSeen.remove(before.origin());
        }
    }
}
