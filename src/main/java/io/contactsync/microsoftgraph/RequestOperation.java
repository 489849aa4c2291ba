package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;

/** Operation {@code request}: one HTTP call. */
final class RequestOperation {

    /** What came back; json is null if the answer had no body. */
    record Result(int status, JsonNode json, String requestId, String clientRequestId) { }

    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");

    private final GraphClient client;
    private final CallTemplate template;
    private final String method;
    private final String what;
    private final GraphRetryPolicy retries;
    private final long timeoutMillis;

    RequestOperation(GraphClient client, GraphEndpointOptions options, CallTemplate template, GraphRetryPolicy retries,
            long timeoutMillis) {
        this.client = client;
        this.template = template;
        this.method = options.getMethod().toUpperCase(Locale.ROOT);
        this.what = method + " " + options.getPath();
        this.retries = method.equals("GET") ? retries : null;
        this.timeoutMillis = timeoutMillis;
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "Option method must be one of GET, POST, PATCH, PUT, DELETE - was " + options.getMethod());
        }
    }

    boolean hasBody() {
        return !method.equals("GET") && !method.equals("DELETE");
    }

    /**
     * @param values what the places of the templates stand for
     * @param body   JSON in UTF-8, or null
     */
    Result send(UnaryOperator<String> values, byte[] body) {
        String path = template.path(values);
        GraphCall call = new GraphCall(MicrosoftGraphOperation.request, what, method, template.full(path, values),
                template.headers(), body, body == null ? 0 : body.length, MailboxPaths.once(path), 1, timeoutMillis);
        return client.read(call, retries, this::result);
    }

    private Result result(WireAnswer answer) throws IOException {
        if (answer.status() < 200 || answer.status() > 299) {
            throw GraphErrors.of(what, answer);
        }
        return new Result(answer.status(), json(answer), answer.requestId(), answer.clientRequestId());
    }

    private static JsonNode json(WireAnswer answer) throws IOException {
        try (JsonParser parser = GraphJson.MAPPER.createParser(answer.body())) {
            JsonNode node = parser.readValueAsTree();
            if (parser.nextToken() != null) {
                throw new InvalidAnswerException("was answered with more than one JSON value");
            }
            return node;
        }
    }
}
