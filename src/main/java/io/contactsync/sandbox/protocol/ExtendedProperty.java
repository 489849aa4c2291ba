package io.contactsync.sandbox.protocol;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A single-value extended property: hidden from people, found by {@code $expand} and {@code $filter}.
 *
 * @param id    such as {@code String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncKey}, spelt as first written
 * @param tag   the id made comparable: the GUID in lower case, the name as it is
 * @param value always text
 * @see <a href="https://learn.microsoft.com/graph/api/resources/extended-properties-overview">extended properties overview</a>
 */
public record ExtendedProperty(String id, Tag tag, String value) {
    private static final Pattern NAMED = Pattern.compile("(\\w+) (\\{[0-9a-fA-F-]{36}}) (Name (.+)|Id (0x[0-9a-fA-F]+))");
    private static final Pattern TAGGED = Pattern.compile("(\\w+) 0x[0-9a-fA-F]+");

    /** An id that equals its other spellings: type, GUID and numbers in any case, names in their own. */
    public record Tag(String text) {
        public boolean matches(String id) {
            return equals(tagOf(id));
        }
    }

    public static ExtendedProperty of(String id, String value) {
        Tag tag = tagOf(id);
        if (tag == null) {
            throw new GraphException(400, "ErrorInvalidProperty", "The extended property id '" + id + "' is invalid.");
        }
        return new ExtendedProperty(id, tag, value);
    }

    /** The comparable form, or null if the id has neither of the published forms. */
    static Tag tagOf(String id) {
        Matcher named = NAMED.matcher(id);
        if (named.matches()) {
            String rest = named.group(4) != null ? "name " + named.group(4) : "id " + named.group(5).toLowerCase(Locale.ROOT);
            return new Tag(named.group(1).toLowerCase(Locale.ROOT) + named.group(2).toLowerCase(Locale.ROOT) + rest);
        }
        return TAGGED.matcher(id).matches() ? new Tag(id.toLowerCase(Locale.ROOT)) : null;
    }
}
