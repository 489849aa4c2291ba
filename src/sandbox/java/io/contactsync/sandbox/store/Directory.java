package io.contactsync.sandbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Users, groups, organisational contacts and the photos of users. Guarded by its tenant's lock. */
public final class Directory {
    private final DirectoryObjects<User> users = new DirectoryObjects<>();
    private final DirectoryObjects<OrgContact> orgContacts = new DirectoryObjects<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, Photo> photos = new HashMap<>();
    private final LongSupplier seconds;
    private long epoch;

    /** @param seconds the clock, in seconds since 1970 */
    Directory(LongSupplier seconds) {
        this.seconds = seconds;
        this.epoch = seconds.getAsLong();
    }

    public DirectoryObjects<User> users() {
        return users;
    }

    public DirectoryObjects<OrgContact> orgContacts() {
        return orgContacts;
    }

    public Collection<Group> groups() {
        return groups.values();
    }

    /** The user of that object id or user principal name, both in any case, or null. */
    public User user(String idOrName) {
        User user = users.get(idOrName);
        String folded = user == null ? idOrName.toLowerCase(Locale.ROOT) : null;
        return user != null ? user : users.get(idByName.getOrDefault(folded, folded));
    }

    public Group group(String id) {
        return groups.get(id);
    }

    /** The photo of the user with that object id, or null. */
    public Photo photo(String id) {
        return photos.get(id);
    }

    /** What page and delta tokens carry; tokens of another epoch have expired. */
    public long epoch() {
        return epoch;
    }

    /** Seconds since 1970. */
    public long now() {
        return seconds.getAsLong();
    }

    /**
     * Members of a group, each once; with those of groups inside it, those groups included, if transitive. Groups may
     * contain each other; a group is no member of itself. Deleted objects are no members until they are restored.
     */
    public List<DirectoryObject> members(Group group, boolean transitive) {
        Set<DirectoryObject> members = new LinkedHashSet<>();
        collect(group, transitive, members);
        members.remove(group);
        return new ArrayList<>(members);
    }

    private void collect(Group group, boolean transitive, Set<DirectoryObject> members) {
        for (String id : group.members()) {
            DirectoryObject member = object(id);
            if (member != null && members.add(member) && transitive && member instanceof Group inner) {
                collect(inner, true, members);
            }
        }
    }

    private DirectoryObject object(String id) {
        Group group = groups.get(id);
        User user = group == null ? users.get(id) : null;
        return group != null ? group : user != null ? user : orgContacts.get(id);
    }

    void put(DirectoryObject object) {
        if (object instanceof User user) {
            users.put(user);
            idByName.put(user.userPrincipalName().toLowerCase(Locale.ROOT), user.id());
        } else if (object instanceof OrgContact contact) {
            orgContacts.put(contact);
        } else {
            groups.put(object.id(), (Group) object);
        }
    }

    void photo(String id, Photo photo) {
        photos.put(id, photo);
    }

    void expireTokens() {
        epoch++;
    }

    void holdIndex(boolean hold) {
        users.holdIndex(hold);
        orgContacts.holdIndex(hold);
    }
}
