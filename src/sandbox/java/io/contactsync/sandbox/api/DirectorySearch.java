package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.store.DirectoryObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code $search="property:text" AND|OR "property:text"}. Names and descriptions are searched word by word, in any
 * order; other properties have to begin with the text. Parentheses are not served.
 *
 * @see <a href="https://learn.microsoft.com/graph/search-query-parameter">using search on directory object
 * collections</a>
 */
final class DirectorySearch {
    private static final Pattern CLAUSE = Pattern.compile("\\s*(?:(AND|OR)\\s+)?\"(\\w+):([^\"]+)\"");
    /** Clauses of a search, as many as a filter may have terms. */
    private static final int MOST_CLAUSES = 800;
    private static final String WORDS = "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})";

    private DirectorySearch() {
    }

    /** @throws GraphRefusal 400 if the text is not a search */
    static Predicate<DirectoryObject> parse(String text) {
        Matcher matcher = CLAUSE.matcher(text);
        Predicate<DirectoryObject> all = null;
        int end = 0;
        int clauses = 0;
        while (clauses++ < MOST_CLAUSES && matcher.lookingAt() && (all == null) == (matcher.group(1) == null)) {
            Predicate<DirectoryObject> clause = clause(matcher.group(2), matcher.group(3));
            all = all == null ? clause : matcher.group(1).equals("AND") ? all.and(clause) : all.or(clause);
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (all == null || !text.substring(end).isBlank()) {
            throw GraphRefusal
                    .badRequest("Syntax error: invalid $search clause at position " + end + " in '" + text + "'.");
        }
        return all;
    }

    private static Predicate<DirectoryObject> clause(String property, String text) {
        boolean tokens = property.equals("displayName") || property.equals("description");
        String wanted = text.toLowerCase(Locale.ROOT);
        return object -> object.get(property) instanceof String value
                && (tokens ? holds(value, text) : value.toLowerCase(Locale.ROOT).startsWith(wanted));
    }

    private static boolean holds(String value, String text) {
        String[] words = value.split(WORDS);
        return Arrays.stream(text.split(WORDS)).allMatch(part -> Arrays.stream(words)
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith(part.toLowerCase(Locale.ROOT))));
    }
}
