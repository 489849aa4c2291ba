package io.contactsync.core;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What tells two contacts apart, for ever: the name of the source and the source's own stable id. Never an e-mail
 * address or a name: keys survive renames, and homonyms stay two people. Keys are compared exactly, upper and lower
 * case differ (Graph's ids are case-sensitive).
 *
 * @param source the source's name, kebab-case, as in {@code sync.sources}
 * @param id the source's own id, 1 to {@value #MAX_ID} characters, none of them {@linkplain Characters#isUnwritable
 *        unwritable}
 */
public record ContactKey(String source, String id) implements Comparable<ContactKey> {

    /**
     * Longest id a source may use, in characters. Graph's own ids have about 150; the whole hidden key stays under 255,
     * the length of a one-line property.
     */
    public static final int MAX_ID = 190;
    /** Longest name of a source, in characters. */
    public static final int MAX_SOURCE = 40;

    private static final int HASH_LENGTH = 22;
    private static final Pattern SHOWN = Pattern.compile("#[A-Za-z0-9_-]{" + HASH_LENGTH + "}");

    public ContactKey {
        if (source == null || !isSource(source)) {
            throw new IllegalArgumentException("a source's name must be kebab-case (a-z, 0-9, -), at most " + MAX_SOURCE
                    + " characters - was '" + source + "'");
        }
        if (id == null || isBlank(id) || id.length() > MAX_ID || id.codePoints().anyMatch(Characters::isUnwritable)) {
            throw new IllegalArgumentException("a contact's id must have 1 to " + MAX_ID
                    + " characters, none of them a control character or half a character - was "
                    + (id == null ? "missing"
                            : isBlank(id) ? "empty" : "'" + id.substring(0, Math.min(40, id.length())) + "'"));
        }
    }

    /**
     * From its {@link #text}.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static ContactKey parse(String text) {
        int bar = text.indexOf('|');
        return new ContactKey(text.substring(0, Math.max(0, bar)), text.substring(bar + 1));
    }

    /** Whether a source may have that name. */
    public static boolean isSource(String name) {
        return Names.isKebab(name) && name.length() <= MAX_SOURCE;
    }

    /** No-break spaces are spaces too. */
    private static boolean isBlank(String id) {
        return id.codePoints()
                .allMatch(character -> Character.isWhitespace(character) || Character.isSpaceChar(character));
    }

    /** The key in one text: {@code source|id}. */
    public String text() {
        return source + "|" + id;
    }

    /** The {@linkplain Fnv hash} of {@link #text()}. */
    public long hash() {
        return Fnv.hash(source, '|', id);
    }

    /**
     * The key as state file and journal show it. An id that holds a digit, and nothing but ASCII letters, digits and
     * {@code . _ = -}, is a number of somebody's system and stays as it is; any other may be a name, an address or a
     * telephone number, and becomes {@code #} and 22 characters: the SHA-256 of {@link #text()}, base64url. The same
     * key always gives the same text, and no id that stays as it is looks like that.
     */
    public ContactKey shown() {
        return isNumber(id) ? this : new ContactKey(source, "#" + hash(text()));
    }

    /** The same of a key that was perhaps read from a journal: one that is shown already stays as it is. */
    public ContactKey shownOnce() {
        return SHOWN.matcher(id).matches() ? this : shown();
    }

    private static boolean isNumber(String id) {
        boolean digit = false;
        for (int place = 0; place < id.length(); place++) {
            char character = id.charAt(place);
            boolean letter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
            boolean number = character >= '0' && character <= '9';
            boolean mark = character == '-' || character == '.' || character == '_' || character == '=';
            digit |= number;
            if (!letter && !number && !mark) {
                return false;
            }
        }
        return digit;
    }

    private static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text)).substring(0, HASH_LENGTH);
    }

    @Override
    public int compareTo(ContactKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
