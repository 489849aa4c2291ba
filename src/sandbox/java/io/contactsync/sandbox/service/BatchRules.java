package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.GraphRefusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What may stand in a batch; anything else is refused as a whole, with 400. The words are those of the service, as
 * recorded: the limit and a repeated id in the fixtures of github.com/bradleymarques/microslop_one_drive (2026), ids
 * that differ in case only in msgraph-sdk-java, issue 559; a write without Content-Type or body in msgraph-sdk-dotnet,
 * issues 1038 and 2628; an absolute address in microsoft-graph-docs-contrib, issue 8576; dependencies in issue 2339
 * there and in msgraph-sdk-dotnet-core, issue 891.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 * @see <a href="https://learn.microsoft.com/graph/known-issues">known issues, request dependencies are limited</a>
 */
final class BatchRules {
    static final int MOST = 20;
    private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT");

    private BatchRules() {
    }

    static GraphRefusal invalidFormat() {
        return GraphRefusal.badRequest("Invalid batch payload format.");
    }

    /** @throws GraphRefusal 400 if one request is not well-formed; headers are by lower-case name */
    static void check(String id, String method, String url, boolean hasBody, Map<String, String> headers) {
        if (id == null || id.isEmpty() || method == null || url == null || url.isEmpty() || absolute(url)
                || nested(url)) {
            throw invalidFormat();
        }
        boolean typed = headers.containsKey("content-type");
        if (WRITES.contains(method) && !(hasBody && typed) || hasBody && !typed) {
            throw GraphRefusal
                    .badRequest("Write request id : " + id + " does not contain Content-Type header or body.");
        }
    }

    /** @throws GraphRefusal 400 if the requests do not go together */
    static void check(List<BatchRequest> requests) {
        if (requests.isEmpty()) {
            throw invalidFormat();
        }
        if (requests.size() > MOST) {
            throw GraphRefusal.badRequest("Number of requests inside batch exceed the limit.");
        }
        Set<String> before = new HashSet<>();
        for (BatchRequest each : requests) {
            if (before.contains(folded(each.id()))) {
                throw GraphRefusal.badRequest("Request Id " + each.id() + " has to be unique in a batch.");
            }
            if (!each.dependsOn().stream().allMatch(id -> before.contains(folded(id)))) {
                throw GraphRefusal.badRequest("Invalid dependency for request Id " + each.id() + ".");
            }
            before.add(folded(each.id()));
        }
        if (!serial(requests) && !same(requests)) {
            throw GraphRefusal.badRequest("Batch should be either fully sequential or fully parallel.");
        }
    }

    /** Each depends on the one before it. */
    private static boolean serial(List<BatchRequest> requests) {
        for (int i = 1; i < requests.size(); i++) {
            List<String> on = requests.get(i).dependsOn();
            if (on.size() != 1 || !on.get(0).equalsIgnoreCase(requests.get(i - 1).id())) {
                return false;
            }
        }
        return true;
    }

    /** All that depend on something depend on one and the same; none may. */
    private static boolean same(List<BatchRequest> requests) {
        Set<String> named = new HashSet<>();
        requests.forEach(each -> each.dependsOn().forEach(id -> named.add(folded(id))));
        return named.size() <= 1;
    }

    private static boolean absolute(String url) {
        return url.regionMatches(true, 0, "http:", 0, 5) || url.regionMatches(true, 0, "https:", 0, 6);
    }

    private static boolean nested(String url) {
        String path = url.startsWith("/") ? url.substring(1) : url;
        return path.startsWith("$batch") || path.startsWith("%24batch");
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
