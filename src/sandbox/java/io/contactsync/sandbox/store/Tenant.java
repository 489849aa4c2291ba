package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The directory and the mailboxes behind the service, to look into and to poke from outside the wire. All methods may
 * be called at any time from any thread; each is one step for the service.
 */
public final class Tenant {
    private final Directory directory;
    private final MailboxRegister mailboxes;
    private final ContentPool pool = new ContentPool();
    private GraphReadings readings = GraphReadings.assumed();

    /** @param seconds the clock, in seconds since 1970 */
    public Tenant(LongSupplier seconds) {
        this.directory = new Directory(seconds);
        this.mailboxes = new MailboxRegister(seconds);
    }

    /** Users, groups, organisational contacts; to be used with the tenant's lock held. */
    public Directory directory() {
        return directory;
    }

    /** What befalls the tenant without anybody's request. */
    public Administration administration() {
        return new Administration(this, directory, mailboxes);
    }

    public synchronized List<User> users() {
        return List.copyOf(directory.users().all());
    }

    /** The user of that object id or user principal name. */
    public synchronized Optional<User> user(String idOrName) {
        return Optional.ofNullable(directory.user(idOrName));
    }

    /** The object id of that user, or the name itself if it is nobody's. */
    public String idOf(String idOrName) {
        return user(idOrName).map(User::id).orElse(idOrName);
    }

    /** Object ids of those who have a mailbox. */
    public synchronized Set<String> mailboxes() {
        return mailboxes.users();
    }

    /** All contacts of a mailbox, hidden properties included: id to rendered JSON. A copy that never changes. */
    public synchronized Map<String, byte[]> snapshot(String user) {
        return fromAbove(user).contacts();
    }

    /** What {@link #snapshot} is for contacts deleted but not purged, which no contact folder shows. */
    public synchronized Map<String, byte[]> deletedContacts(String user) {
        return fromAbove(user).deletedContacts();
    }

    /** All there is in a mailbox now: a copy that never changes. */
    public synchronized MailboxState state(String user) {
        return fromAbove(user).state();
    }

    /** The mailbox, whether or not it refuses its clients. */
    private MailboxView fromAbove(String idOrName) {
        Mailbox mailbox = mailboxes.get(idOf(idOrName));
        return new MailboxView(mailbox == null ? mailbox(idOrName) : mailbox);
    }

    /** A contact as a snapshot holds it, in whatever folder it lies; empty if there is none of that id. */
    public synchronized Optional<byte[]> contact(String user, String contactId) {
        try {
            return Optional.of(fromAbove(user).contact(contactId));
        } catch (GraphRefusal none) {
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
        mailbox.replace(contactId,
                pool.patched(mailbox.find(contactId).content(), json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Deletes a contact as its owner would. */
    public synchronized void deleteContact(String user, String contactId) {
        mailbox(user).delete(contactId);
    }

    /**
     * Copies a contact within its folder as its owner would; returns the copy's id. Whether hidden properties go along
     * is a reading.
     */
    public synchronized String copyContact(String user, String contactId) {
        Mailbox mailbox = mailbox(user);
        StoredContact original = mailbox.find(contactId);
        boolean whole = readings.is(GraphReading.COPY_KEEPS_EXTENDED_PROPERTY, "yes");
        return mailbox.create(original.folder(), whole ? original.content() : pool.stripped(original.content()))
                .id(false);
    }

    /** Moves a contact to another folder as its owner would; returns the id it has there. */
    public synchronized String moveContact(String user, String contactId, String folderId) {
        Mailbox mailbox = mailbox(user);
        Folder target = mailbox.folders().named(folderId);
        if (target == null) {
            throw GraphRefusal.noSuchItem();
        }
        return mailbox.move(contactId, target).id(false);
    }

    /** As if all contacts of a mailbox had come to be that much earlier. */
    public synchronized void ageContacts(String user, Duration time) {
        mailbox(user).age(time);
    }

    /** Takes a contact's hidden properties away, as an export and import or a phone's round trip does. */
    public synchronized void stripExtendedProperties(String user, String contactId) {
        Mailbox mailbox = mailbox(user);
        mailbox.replace(contactId, pool.stripped(mailbox.find(contactId).content()));
    }

    /** Makes a contact group (distribution list) in the default folder: Graph counts it and never shows it. */
    public synchronized void addContactGroup(String user) {
        mailbox(user).addContactGroup();
    }

    /** Distinct contents held by all mailboxes together. */
    public synchronized int distinctContents() {
        return pool.size();
    }

    public synchronized Optional<Group> group(String id) {
        return Optional.ofNullable(directory.group(id));
    }

    /** Members of a group, each once; with those of groups inside it, those groups included, if transitive. */
    public synchronized List<DirectoryObject> members(Group group, boolean transitive) {
        return directory.members(group, transitive);
    }

    /** Whether the user of that id or name has a mailbox that answers. */
    public synchronized boolean hasMailbox(String idOrName) {
        return mailboxes.answers(idOf(idOrName));
    }

    /**
     * The mailbox of a user.
     *
     * @throws GraphRefusal 404 with one of the codes for a user unknown or without mailbox
     */
    public synchronized Mailbox mailbox(String idOrName) {
        User user = user(idOrName).orElseThrow(() -> GraphRefusal.invalidUser(idOrName));
        return mailboxes.answering(user.id(), idOrName);
    }

    /** From now on mailboxes follow those answers to the open questions; the assumed ones until then. */
    public synchronized void follow(GraphReadings answers) {
        readings = answers;
        pool.follow(answers);
    }

    public ContentPool pool() {
        return pool;
    }

    public synchronized void put(DirectoryObject object) {
        directory.put(object);
    }

    public synchronized Mailbox openMailbox(String user) {
        return mailboxes.open(user);
    }

    public synchronized String createContact(Mailbox mailbox, Folder folder, String json) {
        return mailbox.create(folder, pool.created(json.getBytes(StandardCharsets.UTF_8))).id(false);
    }
}
