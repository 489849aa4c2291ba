package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.GraphErrors;
import io.contactsync.sandbox.protocol.GraphResponse;

/**
 * The refusals that the service gives with a status.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>; microsoft-graph-docs, issues 5288 and 5853 for 503 and 504
 */
final class Refusals {
    private Refusals() {
    }

    static GraphResponse of(int status) {
        return GraphErrors.response(status, code(status), message(status));
    }

    static String code(int status) {
        return switch (status) {
            case 401 -> "InvalidAuthenticationToken";
            case 403 -> "ErrorAccessDenied";
            case 404 -> "MailboxNotEnabledForRESTAPI";
            case 410 -> "syncStateNotFound";
            case 412 -> "ErrorIrresolvableConflict";
            case 429 -> "ApplicationThrottled";
            case 500 -> "ErrorInternalServerTransientError";
            case 507 -> "ErrorQuotaExceeded";
            default -> "UnknownError";
        };
    }

    static String message(int status) {
        return switch (status) {
            case 401 -> "Lifetime validation failed, the token is expired.";
            case 403 -> "Access is denied. Check credentials and try again.";
            case 404 -> "The mailbox is either inactive, soft-deleted, or is hosted on-premise.";
            case 410 -> "The sync state generation is not found; continuing with a full sync.";
            case 412 -> "The send or update operation could not be performed because the change key passed in the request does not match "
                + "the current change key for the item.";
            case 429 -> "Application is over its MailboxConcurrency limit.";
            case 500 -> "An internal server error occurred. The operation failed.";
            case 507 -> "The mailbox has exceeded its quota.";
            default -> "";
        };
    }
}
