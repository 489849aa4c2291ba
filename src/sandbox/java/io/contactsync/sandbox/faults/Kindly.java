package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceRequest;
import java.util.function.Predicate;

/** The requests that kinds of fault are about. */
final class Kindly {
    static final Predicate<ServiceRequest> ALL = request -> true;
    static final Predicate<ServiceRequest> MAILBOX = request -> request.mailbox() != null;
    static final Predicate<ServiceRequest> LIST = request -> request.method().equals("GET");
    static final Predicate<ServiceRequest> DELTA = request -> LIST.test(request) && last(request).startsWith("delta");
    static final Predicate<ServiceRequest> NEXT_PAGE = request -> has(request, "skip");
    static final Predicate<ServiceRequest> DELTA_TOKEN = request -> has(request, "deltatoken");
    static final Predicate<ServiceRequest> CREATE =
            request -> request.method().equals("POST") && request.mailbox() != null && last(request).equals("contacts");
    static final Predicate<ServiceRequest> DELETE =
            request -> request.method().equals("DELETE") && request.mailbox() != null
            && request.segment(request.depth() - 2).equals("contacts");
    static final Predicate<ServiceRequest> CREATE_OR_DELETE = CREATE.or(DELETE);

    private Kindly() {
    }

    private static String last(ServiceRequest request) {
        return request.depth() == 0 ? "" : request.segment(request.depth() - 1);
    }

    private static boolean has(ServiceRequest request, String option) {
        return request.target().contains("$" + option) || request.target().contains("%24" + option);
    }
}
