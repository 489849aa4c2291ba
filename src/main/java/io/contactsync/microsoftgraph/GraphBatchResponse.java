package io.contactsync.microsoftgraph;

import java.time.Duration;
import java.util.Map;

/**
 * What became of a {@code $batch}: a value, whatever happened on the wire. An answer that is damaged in one place is an
 * answer in all others.
 *
 * @param status          status of the envelope; 0 = no readable answer
 * @param sent            false only if it is certain that nothing was sent
 * @param code            error code of the envelope, or the component's own word for a status of 0 and for an answer
 *                        with damage; null if all is well
 * @param message         error message, or what is damaged; null if all is well; may hold personal data
 * @param retryAfter      the longest wait of a mailbox as a whole: told by the envelope, to most of the mailbox's
 *                        requests, in the mailbox's name, or to a request whose outcome is in doubt; or null. A
 *                        request that was refused beside others that were not has its own wait
 * @param items           answers by request id; a request without a clear answer is missing here and its outcome
 *                        unknown
 * @param clientRequestId the id this call carried, or null if it never became a call
 * @param requestId       the request-id of the answer, or null
 */
public record GraphBatchResponse(int status, boolean sent, String code, String message, Duration retryAfter,
        Map<String, GraphItemResponse> items, String clientRequestId, String requestId) {

    public GraphBatchResponse {
        items = Map.copyOf(items);
    }

    /** Whether single answers can be found in it. */
    public boolean isAnswered() {
        return BatchOperation.readable(status);
    }

    /** The longest wait that was told anywhere in it, to a mailbox or to one request; or null. */
    public Duration longestWait() {
        return items.values().stream().map(GraphItemResponse::retryAfter).reduce(retryAfter, BatchReading::longer);
    }

    static GraphBatchResponse failed(GraphException e) {
        return new GraphBatchResponse(e.status(), e.sent(), e.code(),
                e.serverMessage() == null ? e.getMessage() : e.serverMessage(), e.retryAfter(),
                Map.of(), e.clientRequestId(), e.requestId());
    }

    @Override
    public String toString() {
        return "GraphBatchResponse[" + status + (code == null ? "" : " " + code) + ", " + items.size() + " items, "
                + clientRequestId + "]";
    }
}
