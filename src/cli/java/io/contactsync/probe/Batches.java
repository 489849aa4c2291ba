package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/**
 * Requests in the envelope of a {@code $batch}. A request with headers of its own travels alone in one, which is how
 * the synchronisation sends If-Match too.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class Batches {

    private Batches() {
    }

    static Reply send(GraphDoor graph, Call call) {
        return call.headers().isEmpty() ? graph.send(call) : single(graph.send(of(List.of(call))));
    }

    /** The requests as one batch, numbered from 1. */
    static Call of(List<Call> calls) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = envelope.putArray("requests");
        for (Call call : calls) {
            ObjectNode request = requests.addObject().put("id", Integer.toString(requests.size()))
                    .put("method", call.method()).put("url", call.url());
            ObjectNode headers = request.putObject("headers");
            call.headers().forEach(headers::put);
            if (call.body() != null) {
                headers.put("Content-Type", call.headers().getOrDefault("Content-Type", "application/json"));
                request.set("body", call.body());
            }
        }
        return new Call("POST", "/$batch", Map.of(), envelope);
    }

    /** The only answer in an envelope. */
    private static Reply single(Reply outer) {
        JsonNode inner = outer.body().path("responses").path(0);
        if (!outer.ok() || !inner.has("status")) {
            return outer.ok() ? new Reply(0, "InvalidResponse", null, outer.took()) : outer;
        }
        return new Reply(inner.path("status").asInt(), inner.path("body").path("error").path("code").asText(""),
                inner.path("body"), outer.took());
    }
}
