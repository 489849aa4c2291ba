package io.contactsync.sandbox.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.net.URI;

/**
 * What is wrong with the pages of a list: counts and links. Links differ by {@code x-page}, which the service does not
 * look at.
 */
final class PageFaults {
    private static final String START = "the beginning of an address such as http://127.0.0.2:9";

    private PageFaults() {
    }

    static FaultKind.Maker wrongCount(PlanNode keys) {
        long by = keys.whole("by", 10);
        return occasion -> JsonBodies.rows((page, rows) -> {
            if (page.has(Annotations.COUNT)) {
                page.put(Annotations.COUNT, Math.max(0, page.get(Annotations.COUNT).asLong() + by));
            }
        });
    }

    /** A page without rows comes first; its link leads to the right one. */
    static Effect emptyPage(Occasion occasion) {
        return JsonBodies.rows((page, rows) -> {
            rows.removeAll();
            onward(page, again(occasion));
        });
    }

    /** The link leads to the same page (microsoft-graph-docs, issue 4897). */
    static Effect sameLink(Occasion occasion) {
        return JsonBodies.rows((page, rows) -> onward(page, occasion.request().base() + occasion.request().target()));
    }

    /** Ever new links lead to the same rows (msgraph-sdk-dotnet, issue 3082). */
    static Effect newLinks(Occasion occasion) {
        return JsonBodies.rows((page, rows) -> onward(page, again(occasion)));
    }

    /** A link keeps its path and leads to another server, such as {@code http://user:pass@127.0.0.2:9}. */
    static FaultKind.Maker foreignLink(PlanNode keys) {
        String link = keys.choice("link", "nextLink", "nextLink", "deltaLink", ServiceResponse.LOCATION);
        String to = keys.required("to", START);
        if (!to.matches("[A-Za-z][A-Za-z0-9+.-]*://\\S+")) {
            throw keys.wrong("to", "to must be " + START + " - was '" + to + "'");
        }
        return occasion -> Effect.changing(right -> link.equals(ServiceResponse.LOCATION) ? location(right, to)
                : JsonBodies.changed(right, page -> lead(page, "@odata." + link, to)));
    }

    /** A page that leads on is not the last of a round. */
    private static void onward(ObjectNode page, String link) {
        page.remove(Annotations.DELTA_LINK);
        page.put(Annotations.NEXT_LINK, link);
    }

    private static ServiceResponse location(ServiceResponse right, String to) {
        String link = right.headers().get(ServiceResponse.LOCATION);
        return link == null ? right : right.with(ServiceResponse.LOCATION, led(link, to));
    }

    private static void lead(ObjectNode page, String link, String to) {
        if (page.has(link)) {
            page.put(link, led(page.get(link).asText(), to));
        }
    }

    private static String led(String link, String to) {
        return to + link.substring(link.indexOf('/', URI.create(link).getScheme().length() + 3));
    }

    private static String again(Occasion occasion) {
        ServiceRequest request = occasion.request();
        String target = request.target().replaceFirst("[?&]x-page=\\d+", "");
        return request.base() + target + (target.contains("?") ? "&" : "?") + "x-page=" + (occasion.number() + 1);
    }
}
