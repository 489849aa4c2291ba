package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which users of the directory become contacts: enabled, licensed members, less what is excluded by id, group or property. Graph filters by the
 * first part too; it is checked again because the filter on licences has been seen to miscount (msgraph-sdk-powershell issue 2112). Used by one thread.
 */
public final class UserExclusions {

    private final Set<String> ids = new HashSet<>();
    private final List<Predicate<JsonNode>> properties = new ArrayList<>();

    /**
     * Begins with what the configuration excludes.
     *
     * @param properties comma-separated {@code property=value}, a {@code *} at the value's end stands for anything; may be empty
     * @param file a file of object ids, one a line, {@code #} begins a comment; empty for none
     * @throws IllegalArgumentException if a part is not {@code property=value}, or the file cannot be read
     */
    public static UserExclusions open(String properties, String file) {
        UserExclusions exclusions = new UserExclusions();
        for (String part : properties == null || properties.isBlank() ? new String[0] : properties.split(",")) {
            exclusions.properties.add(property(part));
        }
        if (file != null && !file.isBlank()) {
            IdFile.read(Path.of(file)).forEach(exclusions::add);
        }
        return exclusions;
    }

    /** Excludes one user by object id. */
    void add(String id) {
        ids.add(id.toLowerCase(Locale.ROOT));
    }

    /** Whether this user becomes a contact. */
    boolean accepts(JsonNode user) {
        return user.path("accountEnabled").asBoolean() && "Member".equalsIgnoreCase(user.path("userType").asText("Member")) && !user.path("assignedLicenses").isEmpty()
                && !ids.contains(user.path("id").asText().toLowerCase(Locale.ROOT)) && properties.stream().noneMatch(property -> property.test(user));
    }

    /** The user if it becomes a contact, nothing if it is left out. */
    public static JsonNode active(UserExclusions exclusions, JsonNode user) {
        return exclusions.accepts(user) ? user : null;
    }

    /** Excludes those users by object id. */
    public static void exclude(UserExclusions exclusions, Iterator<JsonNode> users) {
        users.forEachRemaining(user -> exclusions.add(user.path("id").asText()));
    }

    private static Predicate<JsonNode> property(String part) {
        int equals = part.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("source.graph-users.exclude-properties must be property=value, comma-separated - was '" + part.trim() + "'");
        }
        String name = part.substring(0, equals).trim();
        String value = part.substring(equals + 1).trim();
        if (value.endsWith("*")) {
            String start = value.substring(0, value.length() - 1).toLowerCase(Locale.ROOT);
            return user -> user.path(name).asText("").toLowerCase(Locale.ROOT).startsWith(start);
        }
        return user -> user.path(name).asText("").equalsIgnoreCase(value);
    }
}
