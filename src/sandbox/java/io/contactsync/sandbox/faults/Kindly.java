package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.GraphRequest;
import java.util.function.Predicate;

/** The requests that kinds of fault are about. */
final class Kindly {
    static final Predicate<GraphRequest> ALL = request -> true;
    static final Predicate<GraphRequest> MAILBOX = request -> request.mailbox() != null;
    static final Predicate<GraphRequest> LIST = request -> request.method().equals("GET");
    static final Predicate<GraphRequest> DELTA = request -> LIST.test(request) && last(request).startsWith("delta");
    static final Predicate<GraphRequest> NEXT_PAGE = request -> has(request, "skip");
    static final Predicate<GraphRequest> DELTA_TOKEN = request -> has(request, "deltatoken");
    static final Predicate<GraphRequest> CREATE =
            request -> request.method().equals("POST") && request.mailbox() != null && last(request).equals("contacts");
    static final Predicate<GraphRequest> DELETE =
            request -> request.method().equals("DELETE") && request.mailbox() != null
        && request.segment(request.depth() - 2).equals("contacts");
    static final Predicate<GraphRequest> CREATE_OR_DELETE = CREATE.or(DELETE);

    private Kindly() {
    }

    private static String last(GraphRequest request) {
        return request.depth() == 0 ? "" : request.segment(request.depth() - 1);
    }

    private static boolean has(GraphRequest request, String option) {
        return request.target().contains("$" + option) || request.target().contains("%24" + option);
    }
}
