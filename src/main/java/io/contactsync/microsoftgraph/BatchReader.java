package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the answer to a {@code $batch} as a stream: of each item its id, status and Retry-After, of its body id, changeKey and error. The whole
 * body is kept only if nothing in the batch writes.
 * An answer that cannot be matched with the requests beyond doubt (an id twice, an unknown id, broken JSON) is no answer at all.
 */
final class BatchReader {

    private final Answer answer;
    private final Map<String, String> ids;
    private final boolean reads;

    private BatchReader(Answer answer, Map<String, String> ids, boolean reads) {
        this.answer = answer;
        this.ids = ids;
        this.reads = reads;
    }

    /** @return items by the id as it was sent; ids are compared without case */
    static Map<String, GraphItemResponse> read(Answer answer, List<GraphRequest> requests) throws IOException {
        Map<String, String> ids = new HashMap<>();
        requests.forEach(request -> ids.put(BatchOperation.key(request.id()), request.id()));
        boolean reads = requests.stream().allMatch(request -> request.method().equals("GET"));
        try (JsonParser parser = GraphJson.MAPPER.createParser(answer.body())) {
            return new BatchReader(answer, ids, reads).envelope(parser);
        }
    }

    private Map<String, GraphItemResponse> envelope(JsonParser parser) throws IOException {
        expect(parser.nextToken() == JsonToken.START_OBJECT);
        Map<String, GraphItemResponse> items = null;
        for (String name; (name = parser.nextFieldName()) != null;) {
            JsonToken token = parser.nextToken();
            if (name.equals("responses")) {
                expect(items == null && token == JsonToken.START_ARRAY);
                items = responses(parser);
            } else {
                parser.skipChildren();
            }
        }
        expect(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null && items != null);
        return items;
    }

    private Map<String, GraphItemResponse> responses(JsonParser parser) throws IOException {
        Map<String, GraphItemResponse> items = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken() == JsonToken.START_OBJECT);
            GraphItemResponse item = new Item().read(parser);
            expect(items.put(item.id(), item) == null);
        }
        return items;
    }

    private static void expect(boolean condition) throws InvalidAnswerException {
        if (!condition) {
            throw new InvalidAnswerException("was answered with a batch that does not fit its requests");
        }
    }

    /** One element of "responses" while it is being read. */
    private final class Item {

        private String id;
        private int status;
        private final List<String> retryAfter = new ArrayList<>(0);
        private GraphErrors.Body error = GraphErrors.Body.NONE;
        private String resourceId;
        private String changeKey;
        private JsonNode whole;

        GraphItemResponse read(JsonParser parser) throws IOException {
            for (String name; (name = parser.nextFieldName()) != null;) {
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "id" -> id = parser.getValueAsString();
                    case "status" -> status = parser.getValueAsInt();
                    case "headers" -> headers(parser, token);
                    case "body" -> body(parser, token);
                    default -> parser.skipChildren();
                }
            }
            String sent = id == null ? null : ids.get(BatchOperation.key(id));
            expect(sent != null && status >= 100 && status <= 599);
            Duration wait = retryAfter.isEmpty() ? null : RetryAfter.parse(retryAfter, answer.time());
            return new GraphItemResponse(sent, status, wait, error.code(), error.message(), resourceId, changeKey, whole);
        }

        private void headers(JsonParser parser, JsonToken token) throws IOException {
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            for (String name; (name = parser.nextFieldName()) != null;) {
                parser.nextToken();
                if (name.length() == 11 && name.equalsIgnoreCase("Retry-After") && parser.currentToken().isScalarValue()) {
                    retryAfter.add(parser.getValueAsString());
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void body(JsonParser parser, JsonToken token) throws IOException {
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            if (reads) {
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

        private String scalar(JsonParser parser) throws IOException {
            parser.skipChildren();
            return parser.getValueAsString();
        }
    }
}
