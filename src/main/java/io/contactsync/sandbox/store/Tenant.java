package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The directory and the mailboxes behind the service, to look into and to poke from outside the wire. All methods may be called at any
 * time from any thread; each is one step for the service.
 */
public final class Tenant {
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, String> idByName = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();
    private final ContentPool pool = new ContentPool();
    private final LongSupplier seconds;

    /** @param seconds the clock, in seconds since 1970 */
    public Tenant(LongSupplier seconds) {
        this.seconds = seconds;
    }

    public synchronized List<User> users() {
        return List.copyOf(users.values());
    }

    /** The user of that object id or user principal name. */
    public synchronized Optional<User> user(String idOrName) {
        User user = users.get(idOrName);
        return Optional.ofNullable(user != null ? user : users.get(idByName.get(idOrName.toLowerCase(Locale.ROOT))));
    }

    /** Object ids of those who have a mailbox. */
    public synchronized Set<String> mailboxes() {
        return new LinkedHashSet<>(mailboxes.keySet());
    }

    /** All contacts of a mailbox, folders and hidden properties included: id to rendered JSON. A copy that never changes. */
    public synchronized Map<String, byte[]> snapshot(String user) {
        Mailbox mailbox = fromAbove(user);
        Map<String, byte[]> contacts = new LinkedHashMap<>();
        mailbox.contacts().forEach(each -> contacts.put(each.folder().ids().text(each.number(), false), rendered(mailbox, each)));
        return contacts;
    }

    /** All there is in a mailbox now: a copy that never changes. */
    public synchronized MailboxState state(String user) {
        Mailbox mailbox = fromAbove(user);
        Map<String, String> folders = new LinkedHashMap<>();
        mailbox.folders().forEach(each -> folders.put(each.id(), new JsonBytes(400).raw((byte) '{').field("id", each.id())
            .field("parentFolderId", each.parent()).field("displayName", each.name()).raw((byte) '}').toString()));
        Map<String, String> contacts = new LinkedHashMap<>();
        snapshot(user).forEach((id, json) -> contacts.put(id, new String(json, StandardCharsets.UTF_8)));
        Map<String, String> categories = new LinkedHashMap<>();
        mailbox.categories().forEach(each -> categories.put((String) each.get("id"), new JsonBytes(200).value(each).toString()));
        return new MailboxState(folders, contacts, categories);
    }

    /** The mailbox, whether or not it refuses its clients. */
    private Mailbox fromAbove(String idOrName) {
        Mailbox mailbox = mailboxes.get(user(idOrName).map(User::id).orElse(""));
        return mailbox == null ? mailbox(idOrName) : mailbox;
    }

    private static byte[] rendered(Mailbox mailbox, StoredContact contact) {
        JsonBytes out = new JsonBytes(2600).raw((byte) '{');
        new ContactRenderer().write(out, mailbox, contact, ContactView.EVERYTHING);
        return out.raw((byte) '}').toBytes();
    }

    /** A contact as a snapshot holds it, in whatever folder it lies; empty if there is none of that id. */
    public synchronized Optional<byte[]> contact(String user, String contactId) {
        try {
            Mailbox mailbox = fromAbove(user);
            return Optional.of(rendered(mailbox, mailbox.find(contactId)));
        } catch (GraphException none) {
            return Optional.empty();
        }
    }

    /** Creates a contact in the default folder as its owner would; the body is Graph's JSON. Returns the id. */
    public synchronized String createContact(String user, String json) {
        Mailbox mailbox = mailbox(user);
        return createContact(mailbox, mailbox.defaultFolder(), json);
    }

    /** Changes a contact as its owner would; the body is what a PATCH would carry. */
    public synchronized void changeContact(String user, String contactId, String json) {
        Mailbox mailbox = mailbox(user);
        mailbox.replace(contactId, pool.patched(mailbox.find(contactId).content(), json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Deletes a contact as its owner would. */
    public synchronized void deleteContact(String user, String contactId) {
        mailbox(user).delete(contactId);
    }

    /** Copies a contact within its folder as its owner would, hidden properties included. Returns the copy's id. */
    public synchronized String copyContact(String user, String contactId) {
        Mailbox mailbox = mailbox(user);
        StoredContact original = mailbox.find(contactId);
        return id(mailbox.create(original.folder(), original.content()));
    }

    /** Moves a contact to another folder as its owner would. Returns the id it has there. */
    public synchronized String moveContact(String user, String contactId, String folderId) {
        Mailbox mailbox = mailbox(user);
        return id(mailbox.move(contactId, mailbox.folder(folderId)));
    }

    /** Takes a contact's hidden properties away, as an export and import or a phone's round trip does. */
    public synchronized void stripExtendedProperties(String user, String contactId) {
        Mailbox mailbox = mailbox(user);
        mailbox.replace(contactId, pool.stripped(mailbox.find(contactId).content()));
    }

    private static String id(StoredContact contact) {
        return contact.folder().ids().text(contact.number(), false);
    }

    /**
     * Lets a mailbox answer 404 with that code from now on, such as MailboxNotEnabledForRESTAPI or ErrorInvalidUser; null makes it well again.
     *
     * @see <a href="https://learn.microsoft.com/answers/questions/1457213">question 1457213: mailboxes inactive, soft-deleted or on-premises</a>
     */
    public synchronized void refuseMailbox(String user, String code) {
        refusals.put(user(user).orElseThrow(() -> GraphException.noSuchObject(user)).id(), code);
    }

    /** Distinct contents held by all mailboxes together. */
    public synchronized int distinctContents() {
        return pool.size();
    }

    public synchronized Collection<Group> groups() {
        return List.copyOf(groups.values());
    }

    public synchronized Optional<Group> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** Members of a group, each once; with those of groups inside it, those groups included, if transitive. */
    public synchronized List<DirectoryObject> members(Group group, boolean transitive) {
        Set<DirectoryObject> members = new LinkedHashSet<>();
        collect(group, transitive, members);
        return new ArrayList<>(members);
    }

    private void collect(Group group, boolean transitive, Set<DirectoryObject> members) {
        for (String id : group.members()) {
            Group inner = groups.get(id);
            DirectoryObject member = inner == null ? users.get(id) : inner;
            if (members.add(member) && inner != null && transitive) {
                collect(inner, true, members);
            }
        }
    }

    /**
     * The mailbox of a user.
     *
     * @throws GraphException 404 with one of the codes for a user unknown or without mailbox (Learn questions 1055547 and 1457213)
     */
    public synchronized Mailbox mailbox(String idOrName) {
        User user = user(idOrName).orElseThrow(() ->
            new GraphException(404, "ErrorInvalidUser", "The requested user '" + idOrName + "' is invalid."));
        String refusal = refusals.get(user.id());
        Mailbox mailbox = mailboxes.get(user.id());
        if (refusal != null || mailbox == null) {
            throw new GraphException(404, refusal == null ? "MailboxNotEnabledForRESTAPI" : refusal, message(refusal, idOrName));
        }
        return mailbox;
    }

    private static String message(String code, String user) {
        return switch (code == null ? "" : code) {
            case "ErrorInvalidUser" -> "The requested user '" + user + "' is invalid.";
            case "ResourceNotFound" -> "Resource could not be discovered.";
            case "MailboxNotSupportedForRESTAPI" -> "REST API is not yet supported for this mailbox.";
            default -> "The mailbox is either inactive, soft-deleted, or is hosted on-premise.";
        };
    }

    public ContentPool pool() {
        return pool;
    }

    public synchronized void put(User user) {
        users.put(user.id(), user);
        idByName.put(user.userPrincipalName().toLowerCase(Locale.ROOT), user.id());
    }

    public synchronized void put(Group group) {
        groups.put(group.id(), group);
    }

    public synchronized Mailbox openMailbox(String user) {
        Mailbox mailbox = new Mailbox(UUID.fromString(user), seconds);
        mailboxes.put(user, mailbox);
        return mailbox;
    }

    public synchronized String createContact(Mailbox mailbox, Folder folder, String json) {
        StoredContact contact = mailbox.create(folder, pool.created(json.getBytes(StandardCharsets.UTF_8)));
        return folder.ids().text(contact.number(), false);
    }
}
