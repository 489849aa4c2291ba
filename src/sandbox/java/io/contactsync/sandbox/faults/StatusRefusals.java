package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ServiceResponse;

/**
 * The refusals that the service gives with a status.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>; microsoft-graph-docs,
 * issues 5288 and 5853 for 503 and 504
 */
final class StatusRefusals {
    private StatusRefusals() {
    }

    static ServiceResponse of(int status) {
        return ErrorResponses.response(known(status));
    }

    static String code(int status) {
        return known(status).code();
    }

    static String message(int status) {
        return known(status).getMessage();
    }

    private static GraphRefusal known(int status) {
        return switch (status) {
            case 401 -> GraphRefusal.tokenExpired();
            case 403 -> GraphRefusal.accessDenied();
            case 404 -> GraphRefusal.noMailbox("MailboxNotEnabledForRESTAPI", "");
            case 410 -> GraphRefusal.expiredDelta(status);
            case 412 -> GraphRefusal.conflict();
            case 429 -> GraphRefusal.applicationThrottled("MailboxConcurrency");
            case 500 -> new GraphRefusal(status, "ErrorInternalServerTransientError",
                    "An internal server error occurred. The operation failed.");
            case 507 -> new GraphRefusal(status, "ErrorQuotaExceeded", "The mailbox has exceeded its quota.");
            default -> new GraphRefusal(status, "UnknownError", "");
        };
    }
}
