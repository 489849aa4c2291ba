package io.contactsync.sandbox.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code $filter}: {@code or}, {@code and}, {@code not}, parentheses, comparisons, {@code in}, {@code any}, text
 * functions.
 *
 * @see <a href="https://learn.microsoft.com/graph/filter-query-parameter">the filter query parameter</a>
 */
public final class FilterParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*('(?:[^']|'')*+'|[(),:]|[^\\s(),:'](?:[^\\s(),:']|:(?=\\d))*+)");
    /** What is no text: a number, a date, true, false, an id; a word by itself is text whose quotes are missing. */
    private static final Pattern LITERAL = Pattern.compile("-?\\d.*|(?i)true|false|[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final Set<String> FUNCTIONS = Set.of("startswith", "endswith", "contains");
    /** Terms of a filter, brackets and {@code not} among them, as OData's own parser limits them. */
    private static final int MOST_TERMS = 800;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int terms;

    private FilterParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw invalid();
        }
    }

    /** @throws GraphRefusal 400 if the text is not a filter */
    public static Filter parse(String text) {
        FilterParser parser = new FilterParser(text);
        Filter filter = parser.or();
        if (parser.next != parser.tokens.size()) {
            throw invalid();
        }
        return filter;
    }

    private Filter or() {
        Filter left = and();
        while (skip("or")) {
            left = new Filter.Or(left, and());
        }
        return left;
    }

    private Filter and() {
        Filter left = term();
        while (skip("and")) {
            left = new Filter.And(left, term());
        }
        return left;
    }

    private Filter term() {
        if (++terms > MOST_TERMS) {
            throw GraphRefusal.badRequest("Recursion depth exceeded allowed limit.");
        }
        if (skip("not")) {
            return new Filter.Not(term());
        }
        if (skip("(")) {
            Filter inner = or();
            expect(")");
            return inner;
        }
        String word = take();
        return skip("(") ? call(word) : comparison(word);
    }

    private Filter call(String word) {
        String function = word.toLowerCase(Locale.ROOT);
        Filter result =
                function.endsWith("/any") ? any(word.substring(0, word.length() - "/any".length())) : text(function);
        expect(")");
        return result;
    }

    private Filter any(String collection) {
        String variable = take();
        expect(":");
        return new Filter.Any(collection, variable, or());
    }

    private Filter text(String function) {
        if (!FUNCTIONS.contains(function)) {
            throw invalid();
        }
        String path = take();
        expect(",");
        return new Filter.Text(function, path, String.valueOf(literal()));
    }

    private Filter comparison(String path) {
        if (skip("in")) {
            return new Filter.In(path, list());
        }
        String operator = take().toLowerCase(Locale.ROOT);
        if (!OPERATORS.contains(operator)) {
            throw invalid();
        }
        return new Filter.Compare(path, operator, literal());
    }

    private List<Object> list() {
        List<Object> literals = new ArrayList<>();
        expect("(");
        do {
            literals.add(literal());
        } while (skip(","));
        expect(")");
        return literals;
    }

    private Object literal() {
        String token = take();
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replace("''", "'");
        }
        if (token.equals("null")) {
            return null;
        }
        if (!LITERAL.matcher(token).matches()) {
            throw invalid();
        }
        return token.matches("\\d{1,18}") ? Long.valueOf(token) : token;
    }

    private boolean skip(String token) {
        boolean here = next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
        next += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        if (!skip(token)) {
            throw invalid();
        }
    }

    private String take() {
        if (next == tokens.size()) {
            throw invalid();
        }
        return tokens.get(next++);
    }

    private static GraphRefusal invalid() {
        return GraphRefusal.badRequest("Invalid filter clause");
    }
}
