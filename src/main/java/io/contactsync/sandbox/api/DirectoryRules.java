package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.ODataQuery;
import java.util.Set;

/**
 * Which directory queries work at once, and which need the header {@code ConsistencyLevel: eventual} together with {@code $count=true}.
 *
 * @see <a href="https://learn.microsoft.com/graph/aad-advanced-queries">advanced query capabilities on directory objects</a>
 */
final class DirectoryRules {
    /** Every filter on these is an advanced one (Learn: aad-advanced-queries, user properties). */
    private static final Set<String> ADVANCED_ONLY = Set.of("companyName", "showInAddressList", "employeeType", "officeLocation",
        "assignedPlans", "mobilePhone", "businessPhones", "streetAddress", "postalCode");

    private DirectoryRules() {
    }

    static boolean eventual(GraphRequest request) {
        return "eventual".equalsIgnoreCase(request.header("consistencylevel"));
    }

    /** @throws GraphException 400 Request_UnsupportedQuery */
    static void check(GraphRequest request, ODataQuery query, Filter filter, boolean cast) {
        if (query.has("$skip")) {
            throw GraphException.badRequest("'$skip' is not supported by the service.");
        }
        if (query.has("$search") || query.has("$expand")) {
            throw GraphException.unsupportedQuery("Unsupported Query.");
        }
        if (eventual(request) && query.count()) {
            return;
        }
        boolean sortedPart = filter != null && query.has("$orderby");
        boolean castPart = cast && (query.has("$select") || query.has("$filter") || query.has("$top") || query.has("$orderby"));
        if (castPart || filter != null && advanced(filter)) {
            throw GraphException.unsupportedQuery("Unsupported Query.");
        }
        if (sortedPart) {
            throw GraphException.unsupportedQuery("Sorting not supported for current query.");
        }
    }

    private static boolean advanced(Filter filter) {
        if (filter instanceof Filter.And and) {
            return advanced(and.left()) || advanced(and.right());
        }
        if (filter instanceof Filter.Or or) {
            return advanced(or.left()) || advanced(or.right());
        }
        if (filter instanceof Filter.Any any) {
            return ADVANCED_ONLY.contains(any.collection());
        }
        if (filter instanceof Filter.Text text) {
            return !text.function().equals("startswith") || ADVANCED_ONLY.contains(text.path());
        }
        if (filter instanceof Filter.In in) {
            return ADVANCED_ONLY.contains(in.path());
        }
        return !(filter instanceof Filter.Compare compare) || advanced(compare);
    }

    private static boolean advanced(Filter.Compare compare) {
        return compare.operator().equals("ne") || compare.literal() == null || compare.counts() || ADVANCED_ONLY.contains(compare.path());
    }
}
