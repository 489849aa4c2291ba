package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;

/**
 * Which directory queries work at once, and which need the header {@code ConsistencyLevel: eventual} together with
 * {@code $count=true}, or with {@code $count} in the path.
 *
 * @see <a href="https://learn.microsoft.com/graph/aad-advanced-queries">advanced query capabilities on directory
 * objects</a>
 */
record DirectoryRules(ServiceRequest request, ODataQuery query, DirectoryKind kind, GraphReadings readings) {

    static boolean eventual(ServiceRequest request) {
        return "eventual".equalsIgnoreCase(request.header("consistencylevel"));
    }

    /**
     * @param cast    whether the path ends in a cast
     * @param counted whether the path ends in {@code $count}
     * @throws GraphRefusal 400 Request_UnsupportedQuery
     */
    void check(Filter filter, boolean cast, boolean counted) {
        if (query.has("$skip")) {
            throw GraphRefusal.badRequest("'$skip' is not supported by the service.");
        }
        boolean advanced = advanced(counted);
        if (query.has("$search") && !eventual(request)) {
            throw GraphRefusal.unsupportedQuery(
                    "Request with $search query parameter only works through MSGraph with a special request header:"
                            + " 'ConsistencyLevel: eventual'");
        }
        if (cast && !advanced
                && (query.has("$select") || query.has("$filter") || query.has("$top") || query.has("$orderby"))) {
            throw GraphRefusal.unsupportedQuery("Unsupported Query.");
        }
        if (filter != null && !advanced) {
            Alternatives.check(filter);
        }
        if (filter != null) {
            new FilterCheck(kind, advanced).check(filter);
        }
        checkOrder(filter, advanced);
    }

    /**
     * Learn: {@code $expand} is not supported with advanced queries; msgraph-sdk-powershell, issue 2586 shows what
     * comes of it.
     */
    private boolean advanced(boolean counted) {
        boolean expanded = query.has("$expand") && readings.is(GraphReading.EXPAND_IN_ADVANCED_QUERY, "refused");
        return eventual(request) && (query.count() || counted || query.has("$search")) && !expanded;
    }

    private void checkOrder(Filter filter, boolean advanced) {
        if (!query.has("$orderby")) {
            return;
        }
        String[] order = query.get("$orderby").trim().split("\\s+");
        String property = order[0];
        if (order.length > 2 || order.length == 2 && !order[1].matches("(?i)asc|desc")) {
            throw GraphRefusal.badRequest("Syntax error in '" + query.get("$orderby") + "'.");
        }
        if (!kind.sorts(property, advanced) || filter != null && !advanced) {
            throw GraphRefusal.unsupportedQuery("Sorting not supported for current query.");
        }
    }
}
