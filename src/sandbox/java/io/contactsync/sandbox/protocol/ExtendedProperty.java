package io.contactsync.sandbox.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An extended property, of one value or of several: hidden from people, found by {@code $expand} and {@code $filter}.
 *
 * @param id     such as {@code String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncKey}, spelt as first
 *               written
 * @param tag    the id made comparable: the GUID in lower case, the name as it is
 * @param values always text; one of a single-value property, any number of a multi-value one
 * @see <a href="https://learn.microsoft.com/graph/api/resources/extended-properties-overview">extended properties
 * overview</a>
 */
public record ExtendedProperty(String id, Tag tag, List<String> values) {

    private static final Pattern NAMED =
            Pattern.compile("(\\w+) (\\{[0-9a-fA-F-]{36}}) (Name (.+)|Id (0x[0-9a-fA-F]+))");
    private static final Pattern TAGGED = Pattern.compile("(\\w+) 0x[0-9a-fA-F]{1,8}");
    private static final String ARRAY = "array";
    /** Few ids are compared again and again: with each contact of a list. */
    private static final Map<String, Tag> TAGS = new ConcurrentHashMap<>();
    private static final int MOST_TAGS = 1_000;
    /**
     * Types of one value; most have a list form, such as StringArray (Learn: extended properties, MapiPropertyType).
     */
    private static final Set<String> TYPES =
            Set.of("applicationtime", "binary", "boolean", "clsid", "currency", "double", "error", "float", "integer",
                    "long", "null", "object", "short", "string", "systemtime");

    /** An id that equals its other spellings: type, GUID and numbers in any case, names in their own. */
    public record Tag(String text) {
        public boolean matches(String id) {
            return equals(tagOf(id));
        }

        /** Whether properties of this id hold several values. */
        public boolean multi() {
            return text.substring(0, text.indexOf(' ')).endsWith(ARRAY);
        }
    }

    /** @throws GraphRefusal 400 if the id has none of the published forms */
    public static ExtendedProperty of(String id, List<String> values) {
        return new ExtendedProperty(id, tag(id), values);
    }

    /** The value of a single-value property. */
    public String value() {
        return values.get(0);
    }

    public ExtendedProperty spelt(String otherId) {
        return new ExtendedProperty(otherId, tag, values);
    }

    /**
     * The comparable form of an id.
     *
     * @throws GraphRefusal 400 in the words of github.com/microsoftgraph/msgraph-sdk-dotnet, issue 1807
     */
    public static Tag tag(String id) {
        Tag tag = tagOf(id);
        if (tag == null) {
            throw GraphRefusal.invalidProperty("PropertyId values may only be in one of the following formats: "
                            + "'MapiPropertyType namespaceGuid Name propertyName', 'MapiPropertyType namespaceGuid Id "
                            + "propertyId' or "
                            + "'MapiPropertyType propertyTag'.");
        }
        return tag;
    }

    /** The comparable form, or null if the id has none of the published forms. */
    static Tag tagOf(String id) {
        Tag known = TAGS.get(id);
        Tag tag = known == null ? parsed(id) : known;
        if (known == null && tag != null && TAGS.size() < MOST_TAGS) {
            TAGS.put(id, tag);
        }
        return tag;
    }

    private static Tag parsed(String id) {
        Matcher named = NAMED.matcher(id);
        if (named.matches()) {
            String rest = named.group(4) != null ? " name " + named.group(4) : " id " + number(named.group(5));
            String type = named.group(1).toLowerCase(Locale.ROOT);
            return known(type) ? new Tag(type + " " + named.group(2).toLowerCase(Locale.ROOT) + rest) : null;
        }
        Matcher tagged = TAGGED.matcher(id);
        String type = tagged.matches() ? tagged.group(1).toLowerCase(Locale.ROOT) : "";
        return known(type) ? new Tag(type + " " + number(id.substring(type.length() + 1))) : null;
    }

    private static boolean known(String type) {
        return TYPES.contains(type.endsWith(ARRAY) ? type.substring(0, type.length() - ARRAY.length()) : type);
    }

    private static String number(String hexadecimal) {
        return hexadecimal.toLowerCase(Locale.ROOT).replaceFirst("^0x0+(?=.)", "0x");
    }
}
