package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.GraphErrors;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphResponse;

/**
 * The refusals that the service gives with a status.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>; microsoft-graph-docs,
 * issues 5288 and 5853 for 503 and 504
 */
final class Refusals {
    private Refusals() {
    }

    static GraphResponse of(int status) {
        return GraphErrors.response(known(status));
    }

    static String code(int status) {
        return known(status).code();
    }

    static String message(int status) {
        return known(status).getMessage();
    }

    private static GraphException known(int status) {
        return switch (status) {
            case 401 -> GraphException.tokenExpired();
            case 403 -> GraphException.accessDenied();
            case 404 -> GraphException.noMailbox("MailboxNotEnabledForRESTAPI", "");
            case 410 -> GraphException.expiredDelta(status);
            case 412 -> GraphException.conflict();
        case 429 ->
            new GraphException(status, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");
        case 500 -> new GraphException(status, "ErrorInternalServerTransientError",
                "An internal server error occurred. The operation failed.");
            case 507 -> new GraphException(status, "ErrorQuotaExceeded", "The mailbox has exceeded its quota.");
            default -> new GraphException(status, "UnknownError", "");
        };
    }
}
