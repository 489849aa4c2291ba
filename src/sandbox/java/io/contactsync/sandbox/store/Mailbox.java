package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * One mailbox: contact folders, contacts in the order they came to their folders, master categories. Guarded by its
 * tenant's lock.
 */
public final class Mailbox {
    private final LongSupplier seconds;
    private final ChangeKeys changeKeys;
    private final Folders folders;
    private final ContactItems items;
    private final List<StoredContact> deleted = new ArrayList<>(0);
    private final ChangeLog log = new ChangeLog();
    private final MasterCategories categories;
    private Map<Integer, Photo> photos = Map.of();
    private String purpose = "user";
    private Folder deletedItems;
    private int contactGroups;
    private ListLag lag;
    private int lastChange;

    /** @param seconds the clock, in seconds since 1970 */
    Mailbox(UUID user, LongSupplier seconds) {
        UUID id = UUID.nameUUIDFromBytes(("mailbox:" + user).getBytes(StandardCharsets.UTF_8));
        this.seconds = seconds;
        this.changeKeys = new ChangeKeys(id);
        this.folders = new Folders(id, user);
        this.items = new ContactItems(folders);
        this.categories = new MasterCategories(id);
    }

    public ChangeKeys changeKeys() {
        return changeKeys;
    }

    public ChangeLog log() {
        return log;
    }

    /** Number of the last change of whatever kind; each change has a greater one. */
    public int lastChange() {
        return lastChange;
    }

    /** Number of the last change that lists and delta queries have heard of with all before it. */
    public int lastChangeHeard() {
        return lag == null ? lastChange : lag.heard(lastChange, seconds.getAsLong());
    }

    public Folder defaultFolder() {
        return folders.all().get(0);
    }

    public Folder addFolder(String name) {
        return addFolder(defaultFolder(), name);
    }

    /** @throws GraphException 409 if the name is taken in any case */
    public Folder addFolder(Folder parent, String name) {
        return folders.add(parent, name, ++lastChange);
    }

    /** @throws GraphException 409 if the name is taken in any case */
    public void renameFolder(Folder folder, String name) {
        folders.rename(folder, name, ++lastChange);
    }

    /**
     * Removes a folder with those below it and the contacts in them, which are kept like all deleted contacts unless
     * purged.
     */
    public void deleteFolder(Folder folder, boolean purge) {
        lastChange++;
        for (Folder each : folders.remove(folder)) {
            List<StoredContact> inside = items.all().stream().filter(contact -> contact.folder() == each).toList();
            inside.forEach(items::remove);
            deleted.addAll(purge ? List.of() : inside);
            log.removed(each, lastChange);
        }
    }

    /** The default folder first. */
    public List<Folder> folders() {
        return folders.all();
    }

    /** The folder with that id, or the default one by its well-known name in any case, or null. */
    public Folder folder(String idOrName) {
        return Folders.isDefault(idOrName) ? defaultFolder() : folders.find(idOrName);
    }

    /** The folder with that id, or null; names are not understood. */
    public Folder folderOfId(String id) {
        return folders.find(id);
    }

    /** What lists and delta queries show of a folder, those longest in it first; they may be late. */
    public List<StoredContact> contacts(Folder folder) {
        List<StoredContact> now = items.in(folder);
        return lag == null ? now : lag.seen(now, folder, seconds.getAsLong());
    }

    /** Leaves a contact out of lists for that time, as if they had not heard of it yet. */
    public void hideFromLists(StoredContact contact, Duration time) {
        lag().hide(contact, after(time));
    }

    /** Keeps a contact that was deleted in lists for that time. */
    public void keepInLists(StoredContact deleted, Duration time) {
        lag().keep(deleted, log.removal(deleted, lastChange), after(time));
    }

    private long after(Duration time) {
        return seconds.getAsLong() + time.plusMillis(999).toSeconds();
    }

    private ListLag lag() {
        lag = lag == null ? new ListLag() : lag;
        return lag;
    }

    public List<StoredContact> contacts() {
        return items.all();
    }

    /** Contacts deleted but not purged, in the order of their deletion. */
    List<StoredContact> deletedContacts() {
        return Collections.unmodifiableList(deleted);
    }

    public StoredContact create(Folder folder, ContactContent content) {
        long now = seconds.getAsLong();
        int number = items.nextNumber();
        StoredContact contact = new StoredContact(number, number, ++lastChange, now, now, folder, content);
        items.add(contact);
        return contact;
    }

    /**
     * The contact of that id in either form, in whatever folder it lies.
     *
     * @throws GraphException 400 if the id is malformed or of another mailbox, 404 if there is none
     */
    public StoredContact find(String contactId) {
        return items.find(contactId);
    }

    public StoredContact replace(String contactId, ContactContent content) {
        return replace(contactId, content, true);
    }

    /** @param shown whether delta queries show this change */
    public StoredContact replace(String contactId, ContactContent content, boolean shown) {
        StoredContact old = items.find(contactId);
        log.changing(old, shown);
        StoredContact changed = new StoredContact(old.number(), old.origin(), ++lastChange, old.created(),
                seconds.getAsLong(), old.folder(), content);
        items.replace(changed);
        return changed;
    }

    /** As if all contacts had come to be that much earlier; nothing else about them changes. */
    void age(Duration time) {
        for (StoredContact old : List.copyOf(items.all())) {
            items.replace(new StoredContact(old.number(), old.origin(), old.change(), old.created() - time.toSeconds(),
                    old.modified(), old.folder(),
                old.content()));
        }
    }

    /** Moves a contact to another folder, where it has another id, but the same immutable one. */
    StoredContact move(String contactId, Folder target) {
        StoredContact moved = moved(take(contactId), target);
        items.add(moved);
        return moved;
    }

    /** Moves a contact to the deleted items. */
    public void delete(String contactId) {
        if (deletedItems == null) {
            deletedItems = folders.deletedItems();
        }
        deleted.add(moved(take(contactId), deletedItems));
    }

    /** Removes a contact for good. */
    public void purge(String contactId) {
        StoredContact gone = take(contactId);
        if (!photos.isEmpty()) {
            photos.remove(gone.origin());
        }
    }

    /** The photo of a contact, or null. */
    public Photo photo(StoredContact contact) {
        return photos.get(contact.origin());
    }

    /** Sets the photo of a contact, or removes it if that is null. */
    public void photo(StoredContact contact, Photo photo) {
        if (photos.isEmpty()) {
            photos = new HashMap<>();
        }
        if (photo == null) {
            photos.remove(contact.origin());
        } else {
            photos.put(contact.origin(), photo);
        }
    }

    /** What the mailbox is for: user, shared, room, equipment or others. */
    public String purpose() {
        return purpose;
    }

    public void purpose(String kind) {
        purpose = kind;
    }

    /**
     * Contact groups of the default folder: counted, never shown (github.com/microsoftgraph/microsoft-graph-docs, issue
     * 11201).
     */
    public int contactGroups(Folder folder) {
        return folder == defaultFolder() ? contactGroups : 0;
    }

    void addContactGroup() {
        contactGroups++;
    }

    public List<Map<String, Object>> categories() {
        return categories.all();
    }

    /** Adds a master category and returns it, or returns null if the name is taken (in any case). */
    public Map<String, Object> addCategory(String name, String color) {
        return categories.add(name, color);
    }

    public Map<String, Object> category(String categoryId) {
        return categories.get(categoryId);
    }

    public boolean removeCategory(String categoryId) {
        return categories.remove(categoryId);
    }

    private StoredContact take(String contactId) {
        StoredContact contact = items.find(contactId);
        items.remove(contact);
        log.removed(contact, ++lastChange);
        return contact;
    }

    private StoredContact moved(StoredContact old, Folder target) {
        return new StoredContact(items.nextNumber(), old.origin(), lastChange, old.created(), seconds.getAsLong(),
                target, old.content());
    }
}
