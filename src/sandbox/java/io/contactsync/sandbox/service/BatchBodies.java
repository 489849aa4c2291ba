package io.contactsync.sandbox.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How a body stands in a batch: JSON as it is, text as a string, all else as a string of base64. What is sent is
 * base64url; a photo in an answer was seen in ordinary base64 (github.com/microsoftgraph/microsoft-graph-docs-contrib,
 * issue 4098).
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching, request format</a>
 */
final class BatchBodies {
    private static final JsonFactory JSON = new JsonFactory();

    private BatchBodies() {
    }

    /**
     * The bytes the request would have alone. What is no base64url goes on as it stands, for the service to refuse: it
     * concerns one request only.
     *
     * @param inEnvelope  the body's JSON as it stands in the envelope, empty for none
     * @param contentType of the request, or null
     */
    static byte[] sent(byte[] inEnvelope, String contentType) throws IOException {
        if (inEnvelope.length == 0 || json(contentType)) {
            return inEnvelope;
        }
        try (JsonParser in = JSON.createParser(inEnvelope)) {
            if (in.nextToken() != JsonToken.VALUE_STRING) {
                return inEnvelope;
            }
            return text(contentType) ? in.getText().getBytes(StandardCharsets.UTF_8)
                    : Base64.getUrlDecoder().decode(in.getText());
        } catch (IllegalArgumentException e) {
            return inEnvelope;
        }
    }

    /** Appends the body of an answer that has one; what names no type is text. */
    static void answer(JsonBytes out, ServiceResponse answer) {
        String type = answer.headers().getOrDefault(ServiceResponse.CONTENT_TYPE, "text/plain");
        if (json(type)) {
            out.raw(answer.body());
        } else if (text(type)) {
            out.string(new String(answer.body(), StandardCharsets.UTF_8));
        } else {
            out.string(Base64.getEncoder().encodeToString(answer.body()));
        }
    }

    private static boolean json(String type) {
        return type.regionMatches(true, 0, ServiceResponse.PLAIN_JSON, 0, 16);
    }

    private static boolean text(String type) {
        return type.regionMatches(true, 0, "text/", 0, 5);
    }
}
