package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Directory;
import io.contactsync.sandbox.store.DirectoryObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Answers a listing of directory objects: filter, search, order, page, count, next link.
 *
 * <p>{@code $top} is 1..999, 100 by default; the next link's token is opaque; the count stands on the first page only,
 * and the header ConsistencyLevel has to be sent again with each page.
 *
 * @see <a href="https://learn.microsoft.com/graph/paging">paging</a>
 */
final class DirectoryPage {
    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 999;
    private final ServiceRequest request;
    private final DirectoryKind kind;
    private final Directory directory;
    private final ODataQuery query;
    private final Filter filter;
    private final Predicate<DirectoryObject> search;
    private final DirectoryRules rules;

    DirectoryPage(ServiceRequest request, DirectoryKind kind, Directory directory, GraphReadings readings) {
        this.request = request;
        this.kind = kind;
        this.directory = directory;
        this.query = ODataQuery.of(request);
        this.filter = query.filter();
        this.search = query.has("$search") ? DirectorySearch.parse(query.get("$search")) : null;
        this.rules = new DirectoryRules(request, query, kind, readings);
    }

    /** @param cast whether the path ends in a cast to the kind */
    ServiceResponse of(Collection<? extends DirectoryObject> all, boolean cast) {
        rules.check(filter, cast, false);
        int size = pageSize();
        List<? extends DirectoryObject> sorted = sorted(all);
        int from = start();
        ObjectWriter writer = ObjectWriter.ofList(request, kind, directory);
        JsonBytes values = new JsonBytes(32_768);
        int at = from;
        for (int shown = 0; at < sorted.size() && shown < size; at++) {
            if (matches(sorted.get(at))) {
                writer.write(values.separator().raw((byte) '{'), sorted.get(at));
                values.raw((byte) '}');
                shown++;
            }
        }
        boolean more = at < sorted.size() && sorted.subList(at, sorted.size()).stream().anyMatch(this::matches);
        return ServiceResponse.ok(envelope(writer.contextSuffix(), from == 0 ? sorted : null, more ? at : -1)
                .raw(values.toBytes()).ascii("]}"));
    }

    /** The number as text. Without the header: 400 and this message (Learn: aad-advanced-queries). */
    ServiceResponse count(Collection<? extends DirectoryObject> all, boolean cast) {
        if (!DirectoryRules.eventual(request)) {
            throw new GraphRefusal(400, "Request_BadRequest", "$count is not currently supported.");
        }
        rules.check(filter, cast, true);
        return ServiceResponse.text(Long.toString(all.stream().filter(this::matches).count()));
    }

    private JsonBytes envelope(String suffix, List<? extends DirectoryObject> countable, int next) {
        JsonBytes out = JsonBytes.open(33_000, request.context(kind.context() + suffix));
        if (countable != null && query.count() && DirectoryRules.eventual(request)) {
            out.field(Annotations.COUNT, countable.stream().filter(this::matches).count());
        }
        if (next >= 0) {
            String token = new DirectoryPageToken(next, DirectoryRules.eventual(request)).text(directory.epoch());
            out.field(Annotations.NEXT_LINK, ODataQuery.link(request, Map.of("$skiptoken", token)));
        }
        return out.name("value").raw((byte) '[');
    }

    static GraphRefusal noSuchProperty(String name, String type) {
        return GraphRefusal.badRequest(
                "Parsing OData Select and Expand failed: Could not find a property named '" + name + "' on type '"
                        + type + "'.");
    }

    private boolean matches(DirectoryObject object) {
        return (filter == null || filter.test(object)) && (search == null || search.test(object));
    }

    /** Text as published in Learn questions 1129204 and 120381. */
    private int pageSize() {
        int top = query.number("$top", DEFAULT_PAGE);
        if (top < 1 || top > LARGEST_PAGE) {
            throw GraphRefusal.unsupportedQuery(
                    "Invalid page size specified: '" + top + "'. Must be between 1 and 999 inclusive.");
        }
        return top;
    }

    private List<? extends DirectoryObject> sorted(Collection<? extends DirectoryObject> all) {
        if (!query.has("$orderby")) {
            return List.copyOf(all);
        }
        String[] order = query.get("$orderby").trim().split("\\s+");
        Comparator<DirectoryObject> by =
                Comparator.comparing(each -> String.valueOf(each.get(order[0])), String.CASE_INSENSITIVE_ORDER);
        List<DirectoryObject> sorted = new ArrayList<>(all);
        sorted.sort(order.length > 1 && order[1].equalsIgnoreCase("desc") ? by.reversed() : by);
        return sorted;
    }

    private int start() {
        if (!query.has("$skiptoken")) {
            return 0;
        }
        DirectoryPageToken token = DirectoryPageToken.of(query.get("$skiptoken"), directory.epoch());
        if (token.eventual() != DirectoryRules.eventual(request)) {
            throw GraphRefusal.unsupportedQuery("The header ConsistencyLevel of the first page is missing.");
        }
        return token.position();
    }
}
