package io.contactsync.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Headers without which Graph refuses a request or answers something else, and which the validator does not ask for: it
 * looks for the security of an operation, while the description demands a token for all at once.
 *
 * @see <a href="https://learn.microsoft.com/graph/aad-advanced-queries">advanced queries on directory objects</a>
 */
final class NeededHeaders {

    private NeededHeaders() {
    }

    static List<String> missing(Message request) {
        List<String> missing = new ArrayList<>();
        if (!request.headers().containsKey("authorization")) {
            missing.add("without Authorization");
        }
        if (request.body().length > 0 && request.contentType().isEmpty()) {
            missing.add("a body without Content-Type");
        }
        if (isAdvanced(request) && !"eventual".equals(request.headers().get("consistencylevel"))) {
            missing.add("an advanced query without ConsistencyLevel: eventual");
        }
        return missing;
    }

    private static boolean isAdvanced(Message request) {
        boolean directory = request.path()
                .matches("/(users|groups|contacts)(/\\$count)?|/groups/[^/]+/(transitiveM|m)embers(/.*)?");
        boolean asks = request.path().endsWith("/$count") || "true".equals(request.query().get("$count"))
                || request.query().containsKey("$search")
            || request.query().getOrDefault("$filter", "").contains("/$count");
        return directory && asks;
    }
}
