package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Fields;
import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.FilterParser;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.store.ContactProperty;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.protocol.ExtendedProperty;
import io.contactsync.sandbox.store.StoredContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be asked about contacts: selection, expansion, filters and order, checked against what Exchange supports.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-contacts">list contacts</a>
 * @see <a href="https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get">get singleValueLegacyExtendedProperty</a>
 */
final class ContactQuery {
    private static final Pattern EXPAND = Pattern.compile("singleValueExtendedProperties\\((.*)\\)", Pattern.DOTALL);
    private static final Set<String> SYSTEM = Set.of("id", "createdDateTime", "lastModifiedDateTime", "changeKey", "parentFolderId");
    private static final Set<String> FILTERABLE_LISTS = Set.of("emailAddresses", "categories", "singleValueExtendedProperties");

    private ContactQuery() {
    }

    static ContactView view(GraphRequest request, ODataQuery query, boolean inList) {
        Set<String> select = query.select();
        if (select != null) {
            select.stream().filter(name -> !known(name)).findFirst().ifPresent(name -> {
                throw DirectoryPage.noSuchProperty(name, "microsoft.graph.contact");
            });
            select = new LinkedHashSet<>(select);
        }
        return new ContactView(select, expand(query.get("$expand")), Preferences.immutableIds(request), inList);
    }

    /** The filter, or null if there is none. */
    static Filter filter(ODataQuery query) {
        Filter filter = query.filter();
        if (filter != null) {
            check(filter);
        }
        return filter;
    }

    static Fields fields(StoredContact contact) {
        return path -> {
            if (path.equals("singleValueExtendedProperties")) {
                return contact.content().extended().stream()
                    .map(each -> Map.of("id", each.tag(), "value", each.value())).toList();
            }
            return switch (path) {
                case "createdDateTime" -> Instant.ofEpochSecond(contact.created()).toString();
                case "lastModifiedDateTime" -> Instant.ofEpochSecond(contact.modified()).toString();
                case "emailAddresses" -> contact.content().emails();
                case "categories" -> contact.content().texts(ContactProperty.CATEGORIES);
                default -> ContactProperty.named(path) == null ? null : contact.content().text(ContactProperty.named(path));
            };
        };
    }

    /** The order asked for, or null. */
    static Comparator<StoredContact> order(ODataQuery query) {
        if (!query.has("$orderby")) {
            return null;
        }
        String[] order = query.get("$orderby").trim().split("\\s+");
        checkPath(order[0]);
        Comparator<StoredContact> by =
            Comparator.comparing(each -> String.valueOf(fields(each).get(order[0])), String.CASE_INSENSITIVE_ORDER);
        return order.length > 1 && order[1].equalsIgnoreCase("desc") ? by.reversed() : by;
    }

    private static boolean known(String name) {
        return ContactProperty.named(name) != null || SYSTEM.contains(name);
    }

    private static ContactView.Expand expand(String text) {
        if (text == null) {
            return ContactView.Expand.NONE;
        }
        Matcher matcher = EXPAND.matcher(text.trim());
        if (!matcher.matches() || !matcher.group(1).trim().startsWith("$filter=")) {
            throw new GraphException(400, "ErrorInvalidUrlQuery", "The expand clause is invalid: " + text);
        }
        List<ExtendedProperty.Tag> tags = new ArrayList<>();
        ids(FilterParser.parse(matcher.group(1).trim().substring("$filter=".length())), tags);
        return new ContactView.Expand(false, tags);
    }

    private static void ids(Filter filter, List<ExtendedProperty.Tag> tags) {
        if (filter instanceof Filter.Or or) {
            ids(or.left(), tags);
            ids(or.right(), tags);
        } else if (filter instanceof Filter.Compare compare && compare.path().equals("id") && compare.operator().equals("eq")) {
            tags.add(ExtendedProperty.of(String.valueOf(compare.literal()), "").tag());
        } else {
            throw invalidFilter();
        }
    }

    private static void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            check(and.left());
            check(and.right());
        } else if (filter instanceof Filter.Or or) {
            check(or.left());
            check(or.right());
        } else if (filter instanceof Filter.Not not) {
            check(not.inner());
        } else if (filter instanceof Filter.Any any) {
            checkAny(any);
        } else if (filter instanceof Filter.Text text) {
            checkText(text);
        } else {
            checkPath(filter instanceof Filter.In in ? in.path() : ((Filter.Compare) filter).path());
        }
    }

    /** Of an e-mail address only {@code a/address eq '..'} is supported (Learn: list contacts). */
    private static void checkAny(Filter.Any any) {
        boolean address = any.inner() instanceof Filter.Compare compare && compare.operator().equals("eq")
            && compare.path().equals(any.variable() + "/address");
        if (!FILTERABLE_LISTS.contains(any.collection()) || any.collection().equals("emailAddresses") && !address) {
            throw invalidFilter();
        }
    }

    /** github.com/littlebearapps/outlook-assistant, issue 37: contains() on contacts is refused. */
    private static void checkText(Filter.Text text) {
        if (!text.function().equals("startswith")) {
            throw invalidFilter();
        }
        checkPath(text.path());
    }

    /** github.com/microsoftgraph/microsoft-graph-docs, issue 17863: the words of the refusal. */
    private static void checkPath(String path) {
        if (path.equals("createdDateTime") || path.equals("lastModifiedDateTime")) {
            return;
        }
        ContactProperty property = ContactProperty.named(path);
        if (property == null && !SYSTEM.contains(path)) {
            throw GraphException.badRequest("Could not find a property named '" + path + "' on type 'microsoft.graph.contact'.");
        }
        if (property == null || !property.filterable()) {
            throw new GraphException(400, "ErrorInvalidProperty", "The property '" + path + "' does not support filtering.");
        }
    }

    private static GraphException invalidFilter() {
        return new GraphException(400, "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.");
    }
}
