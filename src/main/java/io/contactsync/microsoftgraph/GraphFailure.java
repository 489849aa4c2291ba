package io.contactsync.microsoftgraph;

import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * What is known of a failed call: the data of a {@link GraphException}.
 *
 * @param what   the call as it may be logged, such as {@code GET /users/{id}/contacts}
 * @param reason what happened, in words that go after {@code what}
 */
record GraphFailure(String what, String reason, int status, String code, Duration retryAfter, String requestId,
        String clientRequestId, boolean sent, String serverMessage) implements Serializable {

    static final String INTERRUPTED = "Interrupted";
    static final String STOPPING = "Stopping";
    static final String PAUSED = "Paused";
    static final String TIMEOUT = "Timeout";
    static final String INVALID_RESPONSE = "InvalidResponse";
    static final String INVALID_LINK = "InvalidLink";
    static final String LOOP = "Loop";
    static final String COUNT_MISMATCH = "CountMismatch";

    /** The status of a throttled request. */
    static final int THROTTLED = 429;

    private static final Set<String> FINAL = Set.of(INTERRUPTED, STOPPING, INVALID_LINK, LOOP, COUNT_MISMATCH);
    private static final Set<Integer> TRANSIENT = Set.of(0, THROTTLED, 500, 502, 503, 504);

    GraphFailure {
        code = code == null ? "" : code;
    }

    /** A failure without an HTTP answer. */
    static GraphFailure local(String what, String code, String reason, boolean sent) {
        return new GraphFailure(what, reason, 0, code, null, null, null, sent, null);
    }

    /** A request that was not sent, whatever it was; the wait may be null. */
    static GraphException unsent(String code, String why, Duration wait) {
        return new GraphException(
                new GraphFailure("A request", "was not sent: " + why, 0, code, wait, null, null, false, null));
    }

    boolean retryable() {
        return TRANSIENT.contains(status) && !FINAL.contains(code);
    }

    /** What failed and how, the same for every call that fails alike: without ids and times. */
    String kind() {
        return what + " " + reason
                + (status == 0 ? " (" + code + ")" : " (" + status + (code.isEmpty() ? "" : " " + code) + ")");
    }

    String sentence() {
        String wait = retryAfter == null ? "" : ", retry after " + retryAfter.toMillis() + " ms";
        String ids = clientRequestId == null ? ""
                : ", client-request-id " + clientRequestId + (requestId == null ? "" : ", request-id " + requestId);
        return kind() + wait + ids;
    }
}
