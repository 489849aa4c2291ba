package io.contactsync.sandbox.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A security group; its members are object ids of users and of further groups.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/group">group resource type</a>
 */
public record Group(String id, String displayName, List<String> members, Map<String, Object> values)
        implements DirectoryObject {

    public static Group of(String id, String displayName, String description, List<String> members) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("createdDateTime", "2026-01-05T08:00:00Z");
        values.put("description", description);
        values.put("displayName", displayName);
        values.put("groupTypes", List.of());
        values.put("mail", null);
        values.put("mailEnabled", false);
        values.put("mailNickname", displayName.replaceAll("[^A-Za-z]", ""));
        values.put("securityEnabled", true);
        values.put("visibility", null);
        return new Group(id, displayName, List.copyOf(members), values);
    }

    /** A copy whose members are shown only to apps with the permission Member.Read.Hidden. */
    public Group withHiddenMembers() {
        Map<String, Object> hidden = new LinkedHashMap<>(values);
        hidden.put("visibility", "HiddenMembership");
        return new Group(id, displayName, members, hidden);
    }

    public boolean hidesMembers() {
        return "HiddenMembership".equals(values.get("visibility"));
    }

    /** Names of all properties that can be selected in a listing. */
    public static Set<String> names() {
        return GroupProperties.ALL;
    }

    /** Names of the properties to be had of one group only. */
    public static Set<String> outsideNames() {
        return GroupProperties.ELSEWHERE.keySet();
    }

    @Override
    public String type() {
        return "microsoft.graph.group";
    }

    @Override
    public Set<String> properties() {
        return GroupProperties.ALL;
    }

    @Override
    public List<String> defaults() {
        return List.copyOf(values.keySet());
    }

    @Override
    public Object get(String name) {
        Object value = values.get(name);
        return value == null && GroupProperties.LISTS.contains(name) ? List.of() : value;
    }

    @Override
    public Map<String, Object> elsewhere() {
        return GroupProperties.ELSEWHERE;
    }
}
