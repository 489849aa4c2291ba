package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.store.DirectoryObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers a listing of directory objects: filter, order, page, count, next link.
 *
 * <p>{@code $top} is 1..999, 100 by default; the next link's token is opaque; the count stands on the first page only, and the header
 * ConsistencyLevel has to be sent again with each page.
 *
 * @see <a href="https://learn.microsoft.com/graph/paging">paging</a>
 */
final class DirectoryPage {
    private static final int DEFAULT_PAGE = 100;
    private static final int LARGEST_PAGE = 999;
    private final GraphRequest request;
    private final ODataQuery query;
    private final Filter filter;
    private final boolean mixed;

    /** @param mixed the objects may be of several types, so that each says its own */
    DirectoryPage(GraphRequest request, boolean cast, boolean mixed) {
        this.request = request;
        this.query = ODataQuery.of(request);
        this.filter = query.filter();
        this.mixed = mixed;
        DirectoryRules.check(request, query, filter, cast);
    }

    /** @param context what follows {@code $metadata#} */
    GraphResponse of(Collection<? extends DirectoryObject> all, String context) {
        int size = pageSize();
        List<? extends DirectoryObject> sorted = sorted(all);
        int from = start(sorted.size());
        JsonBytes values = new JsonBytes(32_768);
        int at = from;
        for (int shown = 0; at < sorted.size() && shown < size; at++) {
            if (matches(sorted.get(at))) {
                render(values.separator().raw((byte) '{'), sorted.get(at));
                values.raw((byte) '}');
                shown++;
            }
        }
        boolean more = sorted.subList(at, sorted.size()).stream().anyMatch(this::matches);
        return GraphResponse.ok(envelope(context, from == 0 ? sorted : null, more ? at : -1).raw(values.toBytes()).ascii("]}"));
    }

    private JsonBytes envelope(String context, List<? extends DirectoryObject> countable, int next) {
        Set<String> select = query.select();
        String suffix = select == null ? "" : "(" + String.join(",", select) + ")";
        JsonBytes out = new JsonBytes(33_000).raw((byte) '{').field("@odata.context", request.base() + "/$metadata#" + context + suffix);
        if (countable != null && query.count() && DirectoryRules.eventual(request)) {
            out.field("@odata.count", countable.stream().filter(this::matches).count());
        }
        if (next >= 0) {
            out.field("@odata.nextLink", ODataQuery.link(request, Map.of("$skiptoken", token(next))));
        }
        return out.name("value").raw((byte) '[');
    }

    void render(JsonBytes out, DirectoryObject object) {
        if (mixed) {
            out.field("@odata.type", "#" + object.type());
        }
        Set<String> select = query.select();
        for (String name : select == null ? object.defaults() : List.copyOf(select)) {
            if (object.properties().contains(name)) {
                out.field(name, object.get(name));
            } else if (!mixed) {
                throw noSuchProperty(name, object.type());
            }
        }
    }

    static GraphException noSuchProperty(String name, String type) {
        return GraphException.badRequest("Parsing OData Select and Expand failed: Could not find a property named '" + name + "' on type '"
            + type + "'.");
    }

    private boolean matches(DirectoryObject object) {
        return filter == null || filter.test(object);
    }

    /** Text as published in Learn questions 1129204 and 120381. */
    private int pageSize() {
        int top = query.number("$top", DEFAULT_PAGE);
        if (top < 1 || top > LARGEST_PAGE) {
            throw GraphException.unsupportedQuery("Invalid page size specified: '" + top + "'. Must be between 1 and 999 inclusive.");
        }
        return top;
    }

    private List<? extends DirectoryObject> sorted(Collection<? extends DirectoryObject> all) {
        if (!query.has("$orderby")) {
            return List.copyOf(all);
        }
        String[] order = query.get("$orderby").trim().split("\\s+");
        Comparator<DirectoryObject> by = Comparator.comparing(each -> String.valueOf(each.get(order[0])), String.CASE_INSENSITIVE_ORDER);
        List<DirectoryObject> sorted = new ArrayList<>(all);
        sorted.sort(order.length > 1 && order[1].equalsIgnoreCase("desc") ? by.reversed() : by);
        return sorted;
    }

    private String token(int position) {
        String text = "RFNwdAoAAQ|" + position + "|" + (DirectoryRules.eventual(request) ? "e" : "s");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private int start(int size) {
        if (!query.has("$skiptoken")) {
            return 0;
        }
        String[] parts = decoded(query.get("$skiptoken")).split("\\|");
        if (parts.length != 3 || !parts[1].matches("\\d{1,9}") || Integer.parseInt(parts[1]) > size) {
            throw new GraphException(400, "Directory_ExpiredPageToken", "The specified page token value has expired and can no longer be used.");
        }
        if (parts[2].equals("e") != DirectoryRules.eventual(request)) {
            throw GraphException.unsupportedQuery("The header ConsistencyLevel of the first page is missing.");
        }
        return Integer.parseInt(parts[1]);
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
