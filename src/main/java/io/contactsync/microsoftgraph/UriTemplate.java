package io.contactsync.microsoftgraph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text with {@code {name}} places, cut up once and filled for every message.
 * <p>
 * A name is a letter followed by letters, digits or underscores. Anything else in braces, such as the GUID in the id of
 * an extended property, is plain text.
 */
final class UriTemplate {

    private record Part(String text, boolean name, boolean quoted) { }

    private final List<Part> parts;

    private UriTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static UriTemplate of(String text) {
        List<Part> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = text.charAt(i) == '{' ? text.indexOf('}', i) : -1;
            if (end > 0 && isName(text, i + 1, end)) {
                parts.add(new Part(text.substring(from, i), false, false));
                parts.add(new Part(text.substring(i + 1, end), true, quoted));
                i = end;
                from = end + 1;
            } else if (text.charAt(i) == '\'') {
                quoted = !quoted;
            }
        }
        parts.add(new Part(text.substring(from), false, false));
        return new UriTemplate(parts);
    }

    /** Fills the places of a path: every value is one percent-encoded segment. */
    String path(UnaryOperator<String> values) {
        return fill(part -> PercentEncoder.segment(segment(part.text, value(part, values))));
    }

    /**
     * Fills the places of a query option and encodes the whole: inside quotes apostrophes are doubled (OData ABNF),
     * outside only plain words pass.
     */
    String query(UnaryOperator<String> values) {
        return PercentEncoder.query(fill(part -> {
            String value = value(part, values);
            return part.quoted ? value.replace("'", "''") : word(part.text, value);
        }));
    }

    private String fill(java.util.function.Function<Part, String> value) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(part.name ? value.apply(part) : part.text);
        }
        return out.toString();
    }

    private static String value(Part part, UnaryOperator<String> values) {
        String value = values.apply(part.text);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The address of a call to Graph needs a value for {" + part.text
                    + "}, and there is none (or an empty one): it is taken from the message's header"
                    + " or else the exchange variable '" + part.text + "'");
        }
        return value;
    }

    private static String segment(String name, String value) {
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("The value of {" + name + "} must not be a dot segment");
        }
        return value;
    }

    private static String word(String name, String value) {
        if (!value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_.:+-,/@$".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "The value of {" + name + "} must be a plain word here: put the place in quotes for any text");
        }
        return value;
    }

    private static boolean isName(String text, int from, int to) {
        return to > from && Character.isLetter(text.charAt(from))
                && text.substring(from, to).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }
}
