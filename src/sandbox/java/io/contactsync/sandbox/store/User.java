package io.contactsync.sandbox.store;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A user of the directory: employee, guest or the account behind a shared mailbox. Immutable. */
public final class User implements DirectoryObject {
    private static final Set<String> NAMES =
        Arrays.stream(UserAttribute.values()).filter(each -> each != UserAttribute.MANAGER).map(UserAttribute::wireName)
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> DEFAULTS =
        Arrays.stream(UserAttribute.values()).filter(UserAttribute::byDefault).map(UserAttribute::wireName).toList();
    private final EnumMap<UserAttribute, Object> values;

    /** @param values those never set may be absent or null */
    public User(Map<UserAttribute, Object> values) {
        this.values = new EnumMap<>(values);
        this.values.values().removeIf(Objects::isNull);
    }

    /** Keeps what is null: it was cleared. */
    private User(EnumMap<UserAttribute, Object> values) {
        this.values = values;
    }

    @Override
    public String id() {
        return text(UserAttribute.ID);
    }

    public String displayName() {
        return text(UserAttribute.DISPLAY_NAME);
    }

    public String userPrincipalName() {
        return text(UserAttribute.USER_PRINCIPAL_NAME);
    }

    public boolean accountEnabled() {
        return Boolean.TRUE.equals(values.get(UserAttribute.ACCOUNT_ENABLED));
    }

    public boolean licensed() {
        return values.get(UserAttribute.ASSIGNED_LICENSES) instanceof List<?> licences && !licences.isEmpty();
    }

    public boolean member() {
        return "Member".equals(text(UserAttribute.USER_TYPE));
    }

    public String text(UserAttribute property) {
        return (String) values.get(property);
    }

    /** Object id of the manager, or null. */
    public String manager() {
        return text(UserAttribute.MANAGER);
    }

    /** A copy with one property changed; null clears it. */
    public User with(UserAttribute property, Object value) {
        EnumMap<UserAttribute, Object> changed = new EnumMap<>(values);
        if (value != null || values.containsKey(property)) {
            changed.put(property, value);
        }
        return new User(changed);
    }

    /** Names of the properties kept outside of the directory. */
    public static Set<String> outsideNames() {
        return UserProfile.EMPTY.keySet();
    }

    /** Names of all properties that can be selected in a listing. */
    public static Set<String> names() {
        return NAMES;
    }

    @Override
    public String type() {
        return "microsoft.graph.user";
    }

    @Override
    public Set<String> properties() {
        return NAMES;
    }

    @Override
    public List<String> defaults() {
        return DEFAULTS;
    }

    @Override
    public Map<String, Object> elsewhere() {
        return UserProfile.EMPTY;
    }

    @Override
    public boolean isSet(String name) {
        return values.containsKey(UserAttribute.named(name));
    }

    /** Also of a path into a property, such as {@code onPremisesExtensionAttributes/extensionAttribute1}. */
    @Override
    public Object get(String path) {
        int slash = path.indexOf('/');
        UserAttribute property = UserAttribute.named(slash < 0 ? path : path.substring(0, slash));
        if (property == null) {
            return null;
        }
        Object value = values.get(property);
        Object shown = value == null ? property.unset() : value;
        return slash < 0 ? shown : shown instanceof Map<?, ?> parts ? parts.get(path.substring(slash + 1)) : null;
    }
}
