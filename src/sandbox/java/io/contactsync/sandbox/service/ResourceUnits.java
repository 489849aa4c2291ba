package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.util.Map;

/**
 * What a request to the directory costs.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits">base costs and
 * what changes them</a>
 */
final class ResourceUnits {
    private static final Map<String, Integer> OF_GROUPS = Map.of("members", 3, "transitiveMembers", 5);
    private static final int FEW = 20;

    private ResourceUnits() {
    }

    static int of(ServiceRequest request) {
        return Math.max(1, base(request) + changes(request));
    }

    private static int base(ServiceRequest request) {
        boolean get = request.method().equals("GET") && request.depth() > 0;
        if (get && request.depth() == 1 && request.segment(0).equals("users")) {
            return 2;
        }
        boolean ofGroup = get && request.depth() > 2 && request.segment(0).equals("groups");
        return ofGroup ? OF_GROUPS.getOrDefault(request.segment(2), 1) : 1;
    }

    /** A query that cannot be read changes nothing; it is refused later. */
    private static int changes(ServiceRequest request) {
        try {
            ODataQuery query = ODataQuery.of(request);
            return (query.has("$select") ? -1 : 0) + (query.has("$expand") ? 1 : 0)
                    + (query.number("$top", FEW) < FEW ? -1 : 0);
        } catch (GraphRefusal e) {
            return 0;
        }
    }
}
