package io.contactsync.sandbox.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An organisational contact: somebody outside whom an administrator put into the directory. Immutable.
 *
 * @param values by the names Graph gives them; those never set may be absent
 * @see <a href="https://learn.microsoft.com/graph/api/resources/orgcontact">orgContact resource type</a>
 */
public record OrgContact(String id, Map<String, Object> values) implements DirectoryObject {
    private static final List<String> NAMES = List.of("id", "deletedDateTime", "addresses", "companyName", "department",
            "displayName", "givenName", "jobTitle", "mail", "mailNickname", "onPremisesLastSyncDateTime",
            "onPremisesProvisioningErrors", "onPremisesSyncEnabled", "phones", "proxyAddresses",
            "serviceProvisioningErrors", "surname");
    private static final Set<String> ALL = Set.copyOf(NAMES);
    private static final Set<String> LISTS =
        Set.of("addresses", "onPremisesProvisioningErrors", "phones", "proxyAddresses", "serviceProvisioningErrors");

    public OrgContact {
        values = new LinkedHashMap<>(values);
        values.put("id", id);
    }

    /** A copy with one property changed. */
    public OrgContact with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new OrgContact(id, changed);
    }

    /** Names of all properties that can be selected in a listing. */
    public static Set<String> names() {
        return ALL;
    }

    @Override
    public String type() {
        return "microsoft.graph.orgContact";
    }

    @Override
    public Set<String> properties() {
        return ALL;
    }

    @Override
    public List<String> defaults() {
        return NAMES;
    }

    @Override
    public boolean isSet(String name) {
        return values.containsKey(name);
    }

    @Override
    public Object get(String name) {
        Object value = values.get(name);
        return value == null && LISTS.contains(name) ? List.of() : value;
    }
}
