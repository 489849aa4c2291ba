package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of a mailbox's list that a request asks for: 10 items unless {@code $top} (at most 1000) or the preference
 * odata.maxpagesize says otherwise; with both, {@code $top} limits the whole. The next link carries {@code $skip}.
 *
 * @see <a href="https://github.com/microsoftgraph/microsoft-graph-docs/issues/4798">issue 4798: ten a page, 1000 at
 * most</a>
 */
final class Paging {
    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 1000;
    private final ServiceRequest request;
    private final ODataQuery query;
    private final int top;
    private final int preferred;

    Paging(ServiceRequest request, ODataQuery query, GraphReadings readings) {
        this.request = request;
        this.query = query;
        this.top = top(query, readings);
        this.preferred = Math.min(Preferences.maxPageSize(request), LARGEST_PAGE);
    }

    private static int top(ODataQuery query, GraphReadings readings) {
        int top = query.number("$top", 0);
        if (top > LARGEST_PAGE && readings.is(GraphReading.TOP_OVER_LIMIT, "capped")) {
            return LARGEST_PAGE;
        }
        if (query.has("$top") && (top < 1 || top > LARGEST_PAGE)) {
            throw GraphRefusal.invalidUrlQuery("The limit of '" + LARGEST_PAGE + "' for Top query has been exceeded. "
                    + "The value from the incoming request is '" + top + "'.");
        }
        return top;
    }

    <T> List<T> page(List<T> all) {
        int from = Math.min(query.number("$skip", 0), all.size());
        return all.subList(from, Math.min(from + size(), all.size()));
    }

    /** Writes the next link, if there is a next page. */
    void next(JsonBytes out, int total) {
        int to = query.number("$skip", 0) + size();
        boolean limited = top > 0 && preferred > 0;
        int left = limited ? top - size() : Integer.MAX_VALUE;
        if (to >= total || left <= 0) {
            return;
        }
        Map<String, String> replaced = new LinkedHashMap<>();
        if (limited) {
            replaced.put("$top", Integer.toString(left));
        }
        replaced.put("$skip", Integer.toString(to));
        out.field(Annotations.NEXT_LINK, ODataQuery.link(request, replaced));
    }

    private int size() {
        if (preferred == 0) {
            return top == 0 ? DEFAULT_PAGE : top;
        }
        return top == 0 ? preferred : Math.min(top, preferred);
    }
}
