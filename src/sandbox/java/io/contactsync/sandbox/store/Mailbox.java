package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * One mailbox: contacts in the order they came to their folders, and what they go through. Guarded by its tenant's
 * lock.
 */
public final class Mailbox {
    private final LongSupplier seconds;
    private final ChangeLog log = new ChangeLog();
    private final ChangeKeys changeKeys;
    private final Folders folders;
    private final ContactItems items;
    private final List<StoredContact> deleted = new ArrayList<>(0);
    private final ListLag lag;
    private final ContactPhotos photos = new ContactPhotos();
    private final MasterCategories categories;
    private String purpose = "user";
    private int contactGroups;

    /** @param seconds the clock, in seconds since 1970 */
    Mailbox(UUID user, LongSupplier seconds) {
        UUID id = UUID.nameUUIDFromBytes(("mailbox:" + user).getBytes(StandardCharsets.UTF_8));
        this.seconds = seconds;
        this.changeKeys = new ChangeKeys(id);
        this.folders = new Folders(id, user, log);
        this.items = new ContactItems(folders);
        this.lag = new ListLag(log, seconds);
        this.categories = new MasterCategories(id);
    }

    public ChangeKeys changeKeys() {
        return changeKeys;
    }

    public ChangeLog log() {
        return log;
    }

    public Folders folders() {
        return folders;
    }

    public ListLag lag() {
        return lag;
    }

    public ContactPhotos photos() {
        return photos;
    }

    public MasterCategories categories() {
        return categories;
    }

    public Folder defaultFolder() {
        return folders.all().get(0);
    }

    /** Makes a folder in the default one. */
    public Folder addFolder(String name) {
        return folders.add(defaultFolder(), name);
    }

    /**
     * Removes a folder with those below it and the contacts in them, which are kept like all deleted contacts unless
     * purged.
     */
    public void deleteFolder(Folder folder, boolean purge) {
        for (Folder each : folders.remove(folder)) {
            List<StoredContact> inside = items.all().stream().filter(contact -> contact.folder() == each).toList();
            inside.forEach(items::remove);
            deleted.addAll(purge ? List.of() : inside);
        }
    }

    /** What lists and delta queries show of a folder, those longest in it first; they may be late. */
    public List<StoredContact> contacts(Folder folder) {
        return lag.seen(items.in(folder), folder);
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
        StoredContact contact = new StoredContact(number, number, log.next(), now, now, folder, content);
        items.add(contact);
        return contact;
    }

    /**
     * The contact of that id in either form, in whatever folder it lies.
     *
     * @throws GraphRefusal 400 if the id is malformed or of another mailbox, 404 if there is none
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
        StoredContact changed = old.changed(log.next(), seconds.getAsLong(), content);
        items.replace(changed);
        return changed;
    }

    /** As if all contacts had come to be that much earlier; nothing else about them changes. */
    void age(Duration time) {
        List.copyOf(items.all()).forEach(old -> items.replace(old.aged(time.toSeconds())));
    }

    /** Moves a contact to another folder, where it has another id, but the same immutable one. */
    StoredContact move(String contactId, Folder target) {
        StoredContact moved = moved(take(contactId), target);
        items.add(moved);
        return moved;
    }

    /** Moves a contact to the deleted items. */
    public void delete(String contactId) {
        deleted.add(moved(take(contactId), folders.deletedItems()));
    }

    /** Removes a contact for good. */
    public void purge(String contactId) {
        photos.set(take(contactId), null);
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

    private StoredContact take(String contactId) {
        StoredContact contact = items.find(contactId);
        items.remove(contact);
        log.removed(contact, log.next());
        return contact;
    }

    private StoredContact moved(StoredContact old, Folder target) {
        return old.moved(items.nextNumber(), log.last(), seconds.getAsLong(), target);
    }
}
