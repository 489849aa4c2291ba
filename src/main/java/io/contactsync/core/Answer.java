package io.contactsync.core;

import java.time.Duration;

/**
 * What Graph answered to one change.
 *
 * @param status HTTP status; 0 = the batch's answer does not name this change
 * @param code Graph's error code, empty if there is none
 * @param retryAfter what Retry-After said; null if nothing usable
 * @param contactId the contact's id in the answer; null if there is none
 * @param changeKey Graph's version of the contact in the answer; null if there is none
 */
public record Answer(int status, String code, Duration retryAfter, String contactId, String changeKey) {

    /** The answer that did not come. */
    public static final Answer NONE = new Answer(0, "", null, null);

    /** An answer that tells no version. */
    public Answer(int status, String code, Duration retryAfter, String contactId) {
        this(status, code, retryAfter, contactId, null);
    }

    public Answer {
        code = code == null ? "" : code;
    }

    /** Whether Graph did what was asked. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Answer waiting(Duration told) {
        return new Answer(status, code, told, contactId, changeKey);
    }

    /** Status and code, for the journal. */
    String text() {
        return status == 0 ? "no answer" : code.isEmpty() ? Integer.toString(status) : status + " " + code;
    }
}
