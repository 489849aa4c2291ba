package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Fields;
import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.ContactProperty;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.StoredContact;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a request asks of contacts: selection, expansion, filter and order.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-contacts">list contacts</a>
 */
record ContactQuery(ODataQuery query, GraphReadings readings) {
    static final Set<String> SYSTEM =
            Set.of("id", "createdDateTime", "lastModifiedDateTime", "changeKey", "parentFolderId");

    static ContactView view(ServiceRequest request, ODataQuery query, boolean inList) {
        return new ContactView(select(query), ExpandClause.parse(query.get("$expand")),
                Preferences.immutableIds(request), inList);
    }

    /** The properties selected, or null for all. */
    static Set<String> select(ODataQuery query) {
        Set<String> select = query.select();
        if (select == null) {
            return null;
        }
        select.stream().filter(name -> !known(name)).findFirst().ifPresent(name -> {
            throw DirectoryPage.noSuchProperty(name, "microsoft.graph.contact");
        });
        return new LinkedHashSet<>(select);
    }

    /** Those that match, in the order asked for. */
    List<StoredContact> matching(List<StoredContact> folder) {
        Filter filter = query.filter();
        if (filter != null) {
            new ContactFilter(readings).check(filter);
        }
        Comparator<StoredContact> order = order();
        List<StoredContact> all = filter == null ? folder : folder.stream().filter(test(filter)).toList();
        return order == null ? all : all.stream().sorted(order).toList();
    }

    private Predicate<StoredContact> test(Filter filter) {
        ExtendedValues wanted = ExtendedValues.of(filter);
        return wanted != null && !readings.is(GraphReading.FILTER_BY_EXTENDED_PROPERTY, "empty")
                ? contact -> wanted.isIn(contact.content().extended()) : contact -> filter.test(fields(contact));
    }

    private Fields fields(StoredContact contact) {
        return path -> switch (path) {
            case "singleValueExtendedProperties" -> extended(contact);
            case "createdDateTime" -> Instant.ofEpochSecond(contact.created()).toString();
            case "lastModifiedDateTime" -> Instant.ofEpochSecond(contact.modified()).toString();
            case "emailAddresses" -> contact.content().emails();
            case "categories" -> contact.content().texts(ContactProperty.CATEGORIES);
            default -> ContactProperty.named(path) == null ? null : contact.content().text(ContactProperty.named(path));
        };
    }

    /** An empty set was reported for events: github.com/microsoftgraph/msgraph-sdk-dotnet, issue 618. */
    private List<Map<String, Object>> extended(StoredContact contact) {
        if (readings.is(GraphReading.FILTER_BY_EXTENDED_PROPERTY, "empty")) {
            return List.of();
        }
        return contact.content().extended().stream().filter(each -> !each.tag().multi())
                .map(each -> Map.<String, Object>of("id", each.tag(), "value", each.value())).toList();
    }

    /** The order asked for, or null. */
    private Comparator<StoredContact> order() {
        if (!query.has("$orderby")) {
            return null;
        }
        Comparator<StoredContact> all = null;
        for (String key : query.get("$orderby").split(",")) {
            Comparator<StoredContact> by = order(key.trim().split("\\s+"));
            all = all == null ? by : all.thenComparing(by);
        }
        return all;
    }

    private Comparator<StoredContact> order(String[] key) {
        ContactFilter.checkPath(key[0]);
        Comparator<StoredContact> by =
                Comparator.comparing(each -> String.valueOf(fields(each).get(key[0])), String.CASE_INSENSITIVE_ORDER);
        return key.length > 1 && key[1].equalsIgnoreCase("desc") ? by.reversed() : by;
    }

    private static boolean known(String name) {
        return ContactProperty.named(name) != null || SYSTEM.contains(name);
    }
}
