package io.contactsync.sandbox.store;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A user of the directory: employee, guest or the account behind a shared mailbox. Immutable. */
public final class User implements DirectoryObject {
    private static final Set<String> NAMES =
        Arrays.stream(UserProperty.values()).map(UserProperty::wireName).collect(Collectors.toUnmodifiableSet());
    private static final List<String> DEFAULTS =
        Arrays.stream(UserProperty.values()).filter(UserProperty::byDefault).map(UserProperty::wireName).toList();
    private final EnumMap<UserProperty, Object> values;

    public User(Map<UserProperty, Object> values) {
        this.values = new EnumMap<>(values);
    }

    @Override
    public String id() {
        return text(UserProperty.ID);
    }

    public String displayName() {
        return text(UserProperty.DISPLAY_NAME);
    }

    public String userPrincipalName() {
        return text(UserProperty.USER_PRINCIPAL_NAME);
    }

    public boolean accountEnabled() {
        return Boolean.TRUE.equals(values.get(UserProperty.ACCOUNT_ENABLED));
    }

    public boolean licensed() {
        return !((List<?>) values.get(UserProperty.ASSIGNED_LICENSES)).isEmpty();
    }

    public boolean member() {
        return "Member".equals(text(UserProperty.USER_TYPE));
    }

    public String text(UserProperty property) {
        return (String) values.get(property);
    }

    public User with(UserProperty property, Object value) {
        User changed = new User(values);
        changed.values.put(property, value);
        return changed;
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
    public Object get(String name) {
        UserProperty property = UserProperty.named(name);
        return property == null ? null : values.get(property);
    }
}
