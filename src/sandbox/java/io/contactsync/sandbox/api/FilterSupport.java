package io.contactsync.sandbox.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which operators of {@code $filter} the directory supports for which property, and which of them only in advanced
 * queries.
 *
 * @see <a href="https://learn.microsoft.com/graph/aad-advanced-queries">support for filter by properties of directory
 * objects</a>
 */
final class FilterSupport {
    private final Map<String, Operators> byProperty = new HashMap<>();

    enum Need { NOTHING, ADVANCED_QUERY, UNSUPPORTED }

    private record Operators(Set<String> atOnce, Set<String> advanced) {
        Need need(String operator) {
            if (atOnce.contains(operator)) {
                return Need.NOTHING;
            }
            boolean negated = operator.equals("ne") && (atOnce.contains("eq") || advanced.contains("eq"));
            return negated || advanced.contains(operator) ? Need.ADVANCED_QUERY : Need.UNSUPPORTED;
        }
    }

    /** @param table a file beside this class; its first lines say how it is read */
    static FilterSupport read(String table) {
        FilterSupport support = new FilterSupport();
        try (InputStream in = FilterSupport.class.getResourceAsStream(table);
             BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(support::add);
            return support;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }

    private void add(String line) {
        String[] parts = line.split("\\s*[:|]\\s*", -1);
        byProperty.put(parts[0], new Operators(words(parts[1]), words(parts[2])));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.trim().split(" "));
    }

    /** @param operator eq, ne, ge, le, in, startswith, endswith, any or count */
    Need need(String property, String operator) {
        Operators operators = byProperty.get(property);
        return operators == null ? Need.UNSUPPORTED : operators.need(operator);
    }
}
