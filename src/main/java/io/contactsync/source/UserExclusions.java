package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Names;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which users of the directory become contacts: enabled, licensed members, less what is excluded by id, group or
 * property. Graph filters by the first part too; it is checked again because the filter on licences has been seen to
 * miscount (msgraph-sdk-powershell issue 2112). Used by one thread.
 */
public final class UserExclusions {

    private final Map<String, String> ids = new HashMap<>();
    private final List<UserExclusion> properties;

    private UserExclusions(List<UserExclusion> properties) {
        this.properties = properties;
    }

    /**
     * Begins with what the configuration excludes.
     *
     * @param source the source's name
     * @param properties comma-separated {@code property=value}, a {@code *} at the value's end stands for anything, an
     * empty value for users without that property; a rule that holds a comma stands in double quotes; may be empty
     * @param file a file of object ids, one a line, {@code #} begins a comment; empty for none
     * @throws IllegalArgumentException if a part is not {@code property=value} with a property that a list of users can
     * hold, or the file cannot be read
     */
    public static UserExclusions open(String source, String properties, String file) {
        UserExclusions exclusions = new UserExclusions(rules(source, properties));
        if (file != null && !file.isBlank()) {
            IdFile.read(Path.of(file)).forEach(id -> exclusions.add(id, "file " + file.strip()));
        }
        return exclusions;
    }

    private static List<UserExclusion> rules(String source, String properties) {
        try {
            return UserExclusion.list(properties);
        } catch (IllegalArgumentException noRule) {
            throw new IllegalArgumentException("source." + source + ".exclude-properties" + noRule.getMessage());
        }
    }

    /** The properties to ask for, comma-separated and each once: those given, and what decides who is left out. */
    public String select(String given) {
        Stream<String> told = Names.list(UserState.PROPERTIES + "," + given).stream();
        return Stream.concat(told, properties.stream().map(rule -> rule.property().selected())).distinct()
                .collect(Collectors.joining(","));
    }

    /** Excludes one user by object id; of several rules the first one counts. */
    private void add(String id, String rule) {
        ids.putIfAbsent(id.toLowerCase(Locale.ROOT), rule);
    }

    /** How many users are excluded by id. */
    public int size() {
        return ids.size();
    }

    /** Why this user does not become a contact, as a rule of the configuration; null if it does. */
    String rule(JsonNode user) {
        UserState state = UserState.of(user);
        if (state != UserState.ACTIVE) {
            return state.words();
        }
        String byId = ids.get(user.path("id").asText().toLowerCase(Locale.ROOT));
        return byId != null ? byId
                : properties.stream().filter(property -> property.test(user)).map(UserExclusion::text).findFirst()
                        .orElse(null);
    }

    /** Of a user that does not become a contact, who it is and by which rule; null of any other. */
    LeftOut leftOut(String place, JsonNode user) {
        String rule = rule(user);
        return rule == null ? null : LeftOut.of(user, place, rule, false);
    }

    /** Excludes those users by object id, for they are members of that group. */
    public static void exclude(UserExclusions exclusions, String group, Iterator<JsonNode> users) {
        users.forEachRemaining(user -> exclusions.add(user.path("id").asText(), "group " + group));
    }
}
