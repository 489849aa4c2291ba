package io.contactsync.core;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * What tells two contacts apart, for ever: the name of the source and the source's own stable id. Never an e-mail address or a name: keys
 * survive renames, and homonyms stay two people. Keys are compared exactly, upper and lower case differ (Graph's ids are case-sensitive).
 *
 * @param source the source's name, kebab-case, as in {@code sync.sources}
 * @param id the source's own id, 1 to {@value #MAX_ID} characters, none of them {@linkplain Characters#isUnwritable
 *        unwritable}
 */
public record ContactKey(String source, String id) implements Serializable, Comparable<ContactKey> {

    /** Longest id a source may use, in characters. Graph's own ids have about 150; the whole hidden key stays under 255, the length of a one-line property. */
    public static final int MAX_ID = 190;
    /** Longest name of a source, in characters. */
    public static final int MAX_SOURCE = 40;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ContactKey {
        if (source == null || source.length() > MAX_SOURCE || !NAME.matcher(source).matches()) {
            throw new IllegalArgumentException("a source's name must be kebab-case (a-z, 0-9, -), at most " + MAX_SOURCE + " characters - was '" + source + "'");
        }
        if (id == null || id.isBlank() || id.length() > MAX_ID || id.codePoints().anyMatch(Characters::isUnwritable)) {
            throw new IllegalArgumentException("a contact's id must have 1 to " + MAX_ID + " characters, none of them a control character or half a character - was "
                    + (id == null ? "missing" : id.isBlank() ? "empty" : "'" + id.substring(0, Math.min(40, id.length())) + "'"));
        }
    }

    /** The key as it stands in the journal: {@code source|id}. */
    public String text() {
        return source + "|" + id;
    }

    @Override
    public int compareTo(ContactKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
