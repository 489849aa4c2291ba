package io.contactsync.sandbox.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads bodies as trees, to change them. */
final class JsonBodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonBodies() {
    }

    /** The body as an object, or null if it is none. */
    static ObjectNode object(byte[] body) {
        try {
            return body != null && JSON.readTree(body) instanceof ObjectNode object ? object : null;
        } catch (IOException e) {
            return null;
        }
    }

    static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written", e);
        }
    }

    /** An answer that is an object, changed; any other stays as it is. */
    static ServiceResponse changed(ServiceResponse right, Consumer<ObjectNode> change) {
        ObjectNode body = object(right.body());
        if (body == null) {
            return right;
        }
        change.accept(body);
        return new ServiceResponse(right.status(), right.headers(), bytes(body), right.delivery(), true);
    }

    /** An answer that is a list, changed; any other stays as it is. */
    static Effect rows(Rows change) {
        return Effect.changing(right -> changed(right, body -> {
            if (body.get("value") instanceof ArrayNode rows) {
                change.on(body, rows);
            }
        }));
    }

    /** Changes a page and its rows. */
    @FunctionalInterface
    interface Rows {
        void on(ObjectNode page, ArrayNode rows);
    }
}
