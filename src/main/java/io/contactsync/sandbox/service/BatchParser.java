package io.contactsync.sandbox.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the envelope of a batch: at most 20 requests, ids unique without regard to case, addresses relative to the version with or
 * without a leading slash, a content type wherever there is a body. Bodies are not read but cut out as they are.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class BatchParser {
    private static final int MOST = 20;
    private static final byte[] NONE = {};
    private static final JsonFactory JSON = new JsonFactory();
    private final byte[] json;
    private final GraphRequest.Caller caller;
    private final List<BatchRequest> requests = new ArrayList<>(MOST);
    private final Set<String> ids = new HashSet<>();

    private BatchParser(GraphRequest outer) {
        this.json = outer.bytes();
        this.caller = outer.caller();
    }

    /** @throws GraphException 400 for the whole batch */
    static List<BatchRequest> parse(GraphRequest outer) {
        BatchParser parser = new BatchParser(outer);
        try (JsonParser in = JSON.createParser(parser.json)) {
            parser.envelope(in);
        } catch (IOException e) {
            throw GraphException.badRequest("Invalid batch payload format.");
        }
        parser.checkDependencies();
        return parser.requests;
    }

    private void envelope(JsonParser in) throws IOException {
        expect(in.nextToken(), JsonToken.START_OBJECT);
        boolean found = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean here = in.currentName().equals("requests");
            JsonToken value = in.nextToken();
            if (here) {
                expect(value, JsonToken.START_ARRAY);
                requests(in);
                found = true;
            } else {
                in.skipChildren();
            }
        }
        if (!found || requests.isEmpty()) {
            throw GraphException.badRequest("Invalid batch payload format.");
        }
    }

    private void requests(JsonParser in) throws IOException {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            expect(in.currentToken(), JsonToken.START_OBJECT);
            BatchRequest request = request(in);
            if (!ids.add(request.id().toLowerCase(Locale.ROOT))) {
                throw GraphException.badRequest("Invalid batch payload format. Request id '" + request.id() + "' is not unique.");
            }
            requests.add(request);
            if (requests.size() > MOST) {
                throw new GraphException(400, "MaximumValueExceeded", "Number of batch request steps exceeds the maximum value of 20.");
            }
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
                case "id" -> id = in.getText();
                case "method" -> method = in.getText().toUpperCase(Locale.ROOT);
                case "url" -> url = in.getText();
                case "headers" -> headers = headers(in);
                case "body" -> body = body(in);
                case "dependsOn" -> dependsOn = strings(in);
                default -> in.skipChildren();
            }
        }
        check(id, method, url, body, headers);
        return new BatchRequest(id, new GraphRequest(method, url, headers, body, true, caller), dependsOn);
    }

    private static void check(String id, String method, String url, byte[] body, Map<String, String> headers) {
        if (id == null || id.isEmpty() || method == null || url == null) {
            throw GraphException.badRequest("Invalid batch payload format. Each request needs id, method and url.");
        }
        if (url.startsWith("http:") || url.startsWith("https:") || url.contains("$batch")) {
            throw GraphException.badRequest("Invalid batch payload format. Request '" + id + "' has an unsupported url.");
        }
        if (body.length > 0 && !headers.containsKey("content-type")) {
            throw GraphException.badRequest("Invalid batch payload format. Request '" + id + "' has a body, but no Content-Type header.");
        }
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
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName().toLowerCase(Locale.ROOT);
            in.nextToken();
            headers.put(name, in.getText());
        }
        return headers;
    }

    private static List<String> strings(JsonParser in) throws IOException {
        List<String> list = new ArrayList<>(1);
        if (in.currentToken() != JsonToken.START_ARRAY) {
            return list;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(in.getText());
        }
        return list;
    }

    /** A request may wait for those before it in the envelope only. */
    private void checkDependencies() {
        Set<String> before = new HashSet<>();
        for (BatchRequest each : requests) {
            if (!before.containsAll(each.dependsOn())) {
                throw GraphException.badRequest("Invalid batch payload format. Request '" + each.id() + "' depends on an unknown request.");
            }
            before.add(each.id());
        }
    }

    private static void expect(JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw GraphException.badRequest("Invalid batch payload format.");
        }
    }
}
