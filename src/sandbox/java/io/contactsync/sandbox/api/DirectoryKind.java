package io.contactsync.sandbox.api;

import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.OrgContact;
import io.contactsync.sandbox.store.User;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of directory objects, with what can be selected, filtered and sorted by.
 *
 * @see <a href="https://learn.microsoft.com/graph/aad-advanced-queries">support for sorting by properties of directory
 * objects</a>
 */
enum DirectoryKind {
    USER("User", "users", "microsoft.graph.user", User.names(), with(User.outsideNames(), Set.of("mailboxSettings")),
            Set.of("displayName", "userPrincipalName"), Set.of("createdDateTime", "deletedDateTime")),
    GROUP("Group", "groups", "microsoft.graph.group", Group.names(), Group.outsideNames(), Set.of("displayName"),
            Set.of("deletedDateTime")),
    ORG_CONTACT("OrgContact", "contacts", "microsoft.graph.orgContact", OrgContact.names(), Set.of(), Set.of(),
            Set.of("createdDateTime", "displayName")),
    /** Members of a group, of whatever kind. */
    MEMBER("DirectoryObject", "directoryObjects", "microsoft.graph.directoryObject",
            with(with(User.names(), Group.names()), OrgContact.names()),
            with(User.outsideNames(), Group.outsideNames()), Set.of(), Set.of("displayName"));

    private final String resource;
    private final String context;
    private final String type;
    private final Set<String> properties;
    private final Set<String> outside;
    private final FilterSupport filters;
    private final Set<String> sortable;
    private final Set<String> sortableAdvanced;

    DirectoryKind(String resource, String context, String type, Set<String> properties, Set<String> outside,
            Set<String> sortable, Set<String> sortableAdvanced) {
        this.resource = resource;
        this.context = context;
        this.type = type;
        this.properties = properties;
        this.outside = outside;
        this.filters = FilterSupport.read("filters-" + context + ".txt");
        this.sortable = sortable;
        this.sortableAdvanced = sortableAdvanced;
    }

    /** Name in refusals. */
    String resource() {
        return resource;
    }

    /** What follows {@code $metadata#}. */
    String context() {
        return context;
    }

    /** Such as {@code microsoft.graph.user}. */
    String type() {
        return type;
    }

    boolean has(String property) {
        return properties.contains(property);
    }

    /** Whether it is a property kept outside of the directory, of one object only. */
    boolean keepsOutside(String property) {
        return outside.contains(property);
    }

    FilterSupport filters() {
        return filters;
    }

    boolean sorts(String property, boolean advanced) {
        return sortable.contains(property) || advanced && sortableAdvanced.contains(property);
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The kind a cast in a path names, or null. */
    static DirectoryKind ofCast(String segment) {
        return switch (segment) {
            case "microsoft.graph.user", "graph.user" -> USER;
            case "microsoft.graph.group", "graph.group" -> GROUP;
            case "microsoft.graph.orgContact", "graph.orgContact" -> ORG_CONTACT;
            default -> null;
        };
    }
}
