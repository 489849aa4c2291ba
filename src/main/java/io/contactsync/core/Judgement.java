package io.contactsync.core;

import java.util.Set;

/**
 * What an answer means for a change. By status first, by code second, never by message.
 *
 * <pre>
 *  answer                                   | create            | update            | delete
 * ------------------------------------------+-------------------+-------------------+-------------------
 *  2xx                                      | applied           | applied           | applied
 *  404 of the contact                       | rejected          | rejected          | applied: it is gone
 *  404 or 403 of the mailbox                | mailbox closed    | mailbox closed    | mailbox closed
 *  507, quota codes                         | mailbox full      | mailbox full      | again
 *  412                                      | again             | again             | changed
 *  401 409 423 424 429                      | again             | again             | again
 *  500 ErrorCorruptData                     | unknown           | rejected          | again
 *  408, other 5xx, none                     | unknown           | again             | again
 *  any other 4xx                            | rejected          | rejected          | rejected
 * </pre>
 *
 * <p>An update carries whole fields and a delete a fixed id, so both may be repeated; a create may not: Graph has no
 * idempotency key.
 */
public enum Judgement {
    /** Done. */
    APPLIED,
    /** Not applied, and no use trying again in this run. */
    REJECTED,
    /** Not applied: the contact has changed since it was read, so it stays as it is in this run. */
    CHANGED,
    /** Not applied, or harmless to repeat: try again after a wait. */
    AGAIN,
    /** A create that may or may not have been applied: in doubt, never repeated in place. */
    UNKNOWN,
    /** The mailbox takes nothing any more in this run. */
    MAILBOX_CLOSED,
    /** The mailbox is full: deletions may go on. */
    MAILBOX_FULL;

    /**
     * Codes that speak of the mailbox, not of the contact
     * (https://learn.microsoft.com/troubleshoot/exchange/user-and-shared-mailboxes/rest-api-is-not-yet-supported-for-this-mailbox-error).
     */
    private static final Set<String> NO_MAILBOX =
            Set.of("MailboxNotEnabledForRESTAPI", "MailboxNotSupportedForRESTAPI", "ErrorInvalidUser",
            "ErrorNonExistentMailbox", "ResourceNotFound", "Request_ResourceNotFound");
    private static final Set<String> FULL = Set.of("ErrorQuotaExceeded", "quotaLimitReached", "InsufficientStorage");

    /** Judges one answer. */
    public static Judgement of(Action action, Answer answer) {
        if (answer.isSuccess()) {
            return APPLIED;
        }
        if (answer.status() == 507 || FULL.contains(answer.code())) {
            return action == Action.DELETE ? AGAIN : MAILBOX_FULL;
        }
        return switch (answer.status()) {
            case 404 -> isNoMailbox(answer.code()) ? MAILBOX_CLOSED : action == Action.DELETE ? APPLIED : REJECTED;
            case 403 -> MAILBOX_CLOSED;
            case 412 -> action == Action.DELETE ? CHANGED : AGAIN;
            case 401, 409, 423, 424, 429 -> AGAIN;
            case 500 -> action == Action.UPDATE && answer.code().equals(SetAside.CORRUPT) ? REJECTED : unclear(action);
            default -> isUnclear(answer.status()) ? unclear(action) : REJECTED;
        };
    }

    /** Whether a code of a 404 says that there is no mailbox. */
    public static boolean isNoMailbox(String code) {
        return NO_MAILBOX.contains(code);
    }

    static Judgement unclear(Action action) {
        return action == Action.CREATE ? UNKNOWN : AGAIN;
    }

    /** Whether a status other than success leaves open if Graph did what was asked; 0 is no answer. */
    public static boolean isUnclear(int status) {
        return status < 400 || status >= 500 || status == 408;
    }
}
