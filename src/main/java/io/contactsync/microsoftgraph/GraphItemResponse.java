package io.contactsync.microsoftgraph;

import java.time.Duration;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer to one request of a {@code $batch}.
 *
 * @param id         the request's id
 * @param status     its HTTP status
 * @param retryAfter its own Retry-After, or null if there was none that is usable
 * @param code       error code, or null
 * @param message    error message, or null; may hold personal data
 * @param resourceId id of the resource in the answer's body, or null
 * @param changeKey  changeKey of that resource, or null
 * @param body       the body if all requests of the batch only read, else null
 */
public record GraphItemResponse(String id, int status, Duration retryAfter, String code, String message,
        String resourceId, String changeKey, JsonNode body) {

    /** An answer whose body is not kept. */
    public GraphItemResponse(String id, int status, Duration retryAfter, String code, String message, String resourceId,
            String changeKey) {
        this(id, status, retryAfter, code, message, resourceId, changeKey, null);
    }

    /** Whether the request was carried out. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Whether another answer to the same request says the same, waits and words aside. */
    boolean says(GraphItemResponse other) {
        return status == other.status && Objects.equals(code, other.code)
                && Objects.equals(resourceId, other.resourceId)
                && Objects.equals(changeKey, other.changeKey) && Objects.equals(body, other.body);
    }

    GraphItemResponse waiting(Duration wait) {
        return new GraphItemResponse(id, status, wait, code, message, resourceId, changeKey, body);
    }

    @Override
    public String toString() {
        return "GraphItemResponse[" + id + " " + status + (code == null ? "" : " " + code) + "]";
    }
}
