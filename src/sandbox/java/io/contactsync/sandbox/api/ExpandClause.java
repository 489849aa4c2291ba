package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.ExtendedProperty;
import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.FilterParser;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.OpenExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code $expand} of contacts: extended properties and open extensions, each by
 * {@code $filter=id eq '..' or id eq '..'}. There is no way to ask for all of them.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get">get
 * singleValueLegacyExtendedProperty</a>
 * @see <a href="https://learn.microsoft.com/graph/api/opentypeextension-get">get open extension</a>
 */
final class ExpandClause {
    private static final Pattern PART =
            Pattern.compile(
                    "(singleValueExtendedProperties|multiValueExtendedProperties|extensions)\\(\\s*\\$filter=(.*)\\)",
                    Pattern.DOTALL);
    private final List<ExtendedProperty.Tag> tags = new ArrayList<>();
    private final List<String> extensions = new ArrayList<>();

    private ExpandClause() {
    }

    /** @param text the clause, or null if there is none */
    static ContactView.Expand parse(String text) {
        if (text == null) {
            return ContactView.Expand.NONE;
        }
        ExpandClause clause = new ExpandClause();
        for (String part : parts(text)) {
            Matcher matcher = PART.matcher(part.trim());
            if (!matcher.matches()) {
                throw GraphRefusal.invalidUrlQuery("The expand clause is invalid: " + text);
            }
            clause.ids(matcher.group(1), FilterParser.parse(matcher.group(2)));
        }
        return new ContactView.Expand(false, clause.tags, clause.extensions);
    }

    /** Splits at commas outside of parentheses and quotes. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private void ids(String collection, Filter filter) {
        if (filter instanceof Filter.Or or) {
            ids(collection, or.left());
            ids(collection, or.right());
        } else if (filter instanceof Filter.Compare compare && compare.path().equals("id")
                && compare.operator().equals("eq")) {
            add(collection, String.valueOf(compare.literal()));
        } else {
            throw ContactFilter.invalid();
        }
    }

    private void add(String collection, String id) {
        if (collection.equals("extensions")) {
            extensions.add(OpenExtension.key(id));
            return;
        }
        ExtendedProperty.Tag tag = ExtendedProperty.tag(id);
        if (tag.multi() == collection.startsWith("multi")) {
            tags.add(tag);
        }
    }
}
