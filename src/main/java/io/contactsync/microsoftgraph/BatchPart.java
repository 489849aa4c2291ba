package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One element of {@code responses} while it is being read: its ids (one, if all is well), status and Retry-After, of
 * its body id, changeKey and error.
 */
final class BatchPart {

    private final Instant serverTime;
    private final boolean reads;
    private final Set<String> ids = new LinkedHashSet<>(2);
    private final Set<Integer> statuses = new LinkedHashSet<>(2);
    private final List<String> waits = new ArrayList<>(0);
    private GraphErrors.Body error = GraphErrors.Body.NONE;
    private String resourceId;
    private String changeKey;
    private JsonNode whole;

    /** @param reads whether the body is kept */
    BatchPart(Instant serverTime, boolean reads) {
        this.serverTime = serverTime;
        this.reads = reads;
    }

    /** The parser stands on the part's beginning and is left on its end. */
    void read(JsonParser parser) throws IOException {
        for (String name; (name = parser.nextFieldName()) != null;) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "id" -> ids.add(String.valueOf(scalar(parser)));
                case "status" -> statuses.add(status(parser));
                case "headers" -> headers(parser, token);
                case "body" -> body(parser, token);
                default -> parser.skipChildren();
            }
        }
    }

    /** As written; more than one if the part contradicts itself. */
    Set<String> ids() {
        return ids;
    }

    /** How long to wait, or null if nothing usable was said. */
    Duration retryAfter() {
        return waits.isEmpty() ? null : RetryAfter.parse(waits, serverTime);
    }

    /** The answer to the request of that id, or null if the part does not say clearly what became of it. */
    GraphItemResponse item(String sent) {
        int status = statuses.size() == 1 ? statuses.iterator().next() : 0;
        return ids.size() != 1 || status < 100 || status > 599 ? null
                : new GraphItemResponse(sent, status, retryAfter(), error.code(), error.message(), resourceId,
                        changeKey, whole);
    }

    private static int status(JsonParser parser) throws IOException {
        parser.skipChildren();
        return (int) parser.getValueAsDouble(); // never fails, however large
    }

    private void headers(JsonParser parser, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name; (name = parser.nextFieldName()) != null;) {
            JsonToken value = parser.nextToken();
            boolean wait = name.equalsIgnoreCase(RetryAfter.HEADER) && value != null && value.isScalarValue();
            if (wait) {
                waits.add(parser.getValueAsString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void body(JsonParser parser, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
        } else if (reads) {
            whole = parser.readValueAsTree();
            try (JsonParser again = whole.traverse(parser.getCodec())) {
                again.nextToken();
                members(again);
            }
        } else {
            members(parser);
        }
    }

    private void members(JsonParser parser) throws IOException {
        for (String name; (name = parser.nextFieldName()) != null;) {
            parser.nextToken();
            switch (name) {
                case "id" -> resourceId = scalar(parser);
                case "changeKey" -> changeKey = scalar(parser);
                case "error" -> error = GraphErrors.error(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private static String scalar(JsonParser parser) throws IOException {
        parser.skipChildren();
        return parser.getValueAsString();
    }
}
