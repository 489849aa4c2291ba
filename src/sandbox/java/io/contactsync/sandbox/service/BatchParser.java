package io.contactsync.sandbox.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the envelope of a batch; {@link BatchRules} says what may stand in it. JSON bodies are not read but cut out as
 * they are.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class BatchParser {
    private static final byte[] NONE = {};
    private static final JsonFactory JSON = new JsonFactory();
    private final byte[] json;
    private final ServiceRequest.Caller caller;
    private final List<BatchRequest> requests = new ArrayList<>(BatchRules.MOST);

    private BatchParser(ServiceRequest outer) {
        this.json = outer.bytes();
        this.caller = outer.caller();
    }

    /** @throws GraphRefusal 400 for the whole batch */
    static List<BatchRequest> parse(ServiceRequest outer) {
        BatchParser parser = new BatchParser(outer);
        try (JsonParser in = JSON.createParser(parser.json)) {
            parser.envelope(in);
            expect(in.nextToken(), null);
        } catch (IOException e) {
            throw BatchRules.invalidFormat();
        }
        BatchRules.check(parser.requests);
        return parser.requests;
    }

    private void envelope(JsonParser in) throws IOException {
        expect(in.nextToken(), JsonToken.START_OBJECT);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean here = in.currentName().equals("requests");
            JsonToken value = in.nextToken();
            if (here) {
                expect(value, JsonToken.START_ARRAY);
                requests(in);
            } else {
                in.skipChildren();
            }
        }
    }

    private void requests(JsonParser in) throws IOException {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            expect(in.currentToken(), JsonToken.START_OBJECT);
            requests.add(request(in));
        }
    }

    private BatchRequest request(JsonParser in) throws IOException {
        String id = null;
        String method = null;
        String url = null;
        byte[] body = NONE;
        Map<String, String> headers = Map.of();
        List<String> dependsOn = List.of();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "id" -> id = text(in);
                case "method" -> method = text(in).toUpperCase(Locale.ROOT);
                case "url" -> url = text(in);
                case "headers" -> headers = headers(in);
                case "body" -> body = body(in);
                case "dependsOn" -> dependsOn = strings(in);
                default -> in.skipChildren();
            }
        }
        BatchRules.check(id, method, url, body.length > 0, headers);
        byte[] sent = BatchBodies.sent(body, headers.get("content-type"));
        return new BatchRequest(id, new ServiceRequest(method, url, headers, sent, true, caller), dependsOn);
    }

    private byte[] body(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return NONE;
        }
        int from = (int) in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        in.finishToken();
        return Arrays.copyOfRange(json, from, (int) in.currentLocation().getByteOffset());
    }

    private static Map<String, String> headers(JsonParser in) throws IOException {
        Map<String, String> headers = new HashMap<>(4);
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return headers;
        }
        expect(in.currentToken(), JsonToken.START_OBJECT);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName().toLowerCase(Locale.ROOT);
            in.nextToken();
            headers.put(name, text(in));
        }
        return headers;
    }

    private static List<String> strings(JsonParser in) throws IOException {
        List<String> list = new ArrayList<>(1);
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return list;
        }
        expect(in.currentToken(), JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(text(in));
        }
        return list;
    }

    private static String text(JsonParser in) throws IOException {
        if (!in.currentToken().isScalarValue() || in.currentToken() == JsonToken.VALUE_NULL) {
            throw BatchRules.invalidFormat();
        }
        return in.getText();
    }

    private static void expect(JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw BatchRules.invalidFormat();
        }
    }
}
