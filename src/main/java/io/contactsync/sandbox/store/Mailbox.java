package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/** One mailbox: contact folders, contacts in the order of their making, master categories. Guarded by its tenant's lock. */
public final class Mailbox {
    /** Graph's name of the default folder; accepted in any case in place of its id. */
    static final String DEFAULT_FOLDER = "Contacts";
    private static final List<String> COLOURS = List.of("Red", "Orange", "Yellow", "Green", "Blue", "Purple");

    private final UUID id;
    private final LongSupplier seconds;
    private final ChangeKeys changeKeys;
    private final List<Folder> folders = new ArrayList<>(1);
    private final List<StoredContact> contacts = new ArrayList<>();
    private final Map<String, Map<String, Object>> categories = new LinkedHashMap<>();
    private ListLag lag;
    private int lastNumber;
    private int lastChange;

    /** @param seconds the clock, in seconds since 1970 */
    Mailbox(UUID user, LongSupplier seconds) {
        this.id = named("mailbox:" + user);
        this.seconds = seconds;
        this.changeKeys = new ChangeKeys(id);
        folders.add(Folder.of(id, named("contacts:" + user), ItemIds.folder(id, named("root:" + user)), DEFAULT_FOLDER));
        for (int i = 0; i < COLOURS.size(); i++) {
            addCategory(COLOURS.get(i) + " category", "preset" + i);
        }
    }

    public ChangeKeys changeKeys() {
        return changeKeys;
    }

    public Folder defaultFolder() {
        return folders.get(0);
    }

    public Folder addFolder(String name) {
        Folder folder = Folder.of(id, named(id + name), defaultFolder().id(), name);
        folders.add(folder);
        return folder;
    }

    public List<Folder> folders() {
        return Collections.unmodifiableList(folders);
    }

    /** The folder of that id or well-known name, or null. */
    public Folder folder(String idOrName) {
        if (idOrName.equalsIgnoreCase(DEFAULT_FOLDER)) {
            return defaultFolder();
        }
        return folders.stream().filter(each -> each.id().equals(idOrName)).findFirst().orElse(null);
    }

    /** The contacts of a folder, oldest first. */
    public List<StoredContact> contacts(Folder folder) {
        List<StoredContact> now = folders.size() == 1 ? Collections.unmodifiableList(contacts)
            : contacts.stream().filter(each -> each.folder() == folder).toList();
        return lag == null ? now : lag.seen(now, folder, seconds.getAsLong());
    }

    /** Leaves a contact out of lists for that time, as if they had not heard of it yet. */
    public void hideFromLists(StoredContact contact, Duration time) {
        lag().hide(contact.number(), seconds.getAsLong() + time.toSeconds());
    }

    /** Keeps a contact that was deleted in lists for that time. */
    public void keepInLists(StoredContact deleted, Duration time) {
        lag().keep(deleted, seconds.getAsLong() + time.toSeconds());
    }

    private ListLag lag() {
        lag = lag == null ? new ListLag() : lag;
        return lag;
    }

    /** Moves a contact to another folder, where its id is another one. */
    StoredContact move(String contactId, Folder to) {
        int index = index(contactId);
        StoredContact old = contacts.get(index);
        StoredContact moved = new StoredContact(old.number(), ++lastChange, old.created(), old.modified(), to, old.content());
        contacts.set(index, moved);
        return moved;
    }

    public List<StoredContact> contacts() {
        return Collections.unmodifiableList(contacts);
    }

    public StoredContact create(Folder folder, ContactContent content) {
        long now = seconds.getAsLong();
        StoredContact contact = new StoredContact(++lastNumber, ++lastChange, now, now, folder, content);
        contacts.add(contact);
        return contact;
    }

    /**
     * The contact of that id in either form, in whatever folder it lies.
     *
     * @throws GraphException 400 if the id is malformed or of another mailbox, 404 if there is none
     */
    public StoredContact find(String contactId) {
        return contacts.get(index(contactId));
    }

    public StoredContact replace(String contactId, ContactContent content) {
        int index = index(contactId);
        StoredContact old = contacts.get(index);
        StoredContact changed = new StoredContact(old.number(), ++lastChange, old.created(), seconds.getAsLong(), old.folder(), content);
        contacts.set(index, changed);
        return changed;
    }

    public void delete(String contactId) {
        contacts.remove(index(contactId));
        lastChange++;
    }

    public List<Map<String, Object>> categories() {
        return List.copyOf(categories.values());
    }

    /** Adds a master category and returns it, or returns null if the name is taken (in any case). */
    public Map<String, Object> addCategory(String name, String color) {
        boolean taken = categories.values().stream().anyMatch(each -> name.equalsIgnoreCase((String) each.get("displayName")));
        if (taken) {
            return null;
        }
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("id", named("category:" + id + name).toString());
        category.put("displayName", name);
        category.put("color", color);
        categories.put((String) category.get("id"), category);
        return category;
    }

    public Map<String, Object> category(String categoryId) {
        return categories.get(categoryId);
    }

    public boolean removeCategory(String categoryId) {
        return categories.remove(categoryId) != null;
    }

    private int index(String contactId) {
        int number = number(contactId);
        int low = Collections.binarySearch(contacts, new StoredContact(number, 0, 0, 0, null, null),
            (a, b) -> Integer.compare(a.number(), b.number()));
        if (low < 0) {
            throw GraphException.noSuchItem();
        }
        return low;
    }

    private int number(String contactId) {
        return folders.stream().mapToInt(each -> each.ids().number(contactId)).filter(number -> number != ItemIds.NOT_MINE)
            .findFirst().orElseThrow(GraphException::malformedId);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
