package io.contactsync.microsoftgraph;

import java.util.Map;
import java.util.Objects;

/**
 * One request of a {@code $batch}.
 *
 * @param id      unique in its batch, case aside
 * @param method  GET, POST, PATCH, PUT or DELETE
 * @param url     relative to the version, such as {@code /users/{id}/contacts}, already encoded
 * @param headers may be empty; Content-Type is added where there is a body
 * @param body    JSON in UTF-8, copied as it is, or null; not to be changed afterwards
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
public record GraphRequest(String id, String method, String url, Map<String, String> headers, byte[] body) {

    /** Graph's limit (https://learn.microsoft.com/graph/json-batching#batch-size-limitations). */
    public static final int MOST_IN_BATCH = 20;

    public GraphRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(method, "method");
        if (!Objects.requireNonNull(url, "url").startsWith("/")) {
            throw new IllegalArgumentException(
                    "The url of request " + id + " must begin with a slash, relative to the version");
        }
        headers = headers == null ? Map.of() : headers;
    }

    @Override
    public String toString() {
        return "GraphRequest[" + id + " " + method + "]";
    }
}
