package io.contactsync.microsoftgraph;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads Graph's error envelope. What is no envelope (HTML of a proxy, nothing at all) gives an empty code: the status
 * counts.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>
 */
final class GraphErrors {

    /** Code and message as they stood in the body; either may be null. */
    record Body(String code, String message) {

        static final Body NONE = new Body(null, null);
    }

    private GraphErrors() {
    }

    /** The failure an answer other than 2xx stands for. */
    static GraphException of(String what, WireAnswer answer) {
        Body body = answer.sent() ? read(answer) : new Body("ProxyRefused", null);
        return new GraphException(new GraphFailure(what, "was refused", answer.status(), body.code, answer.retryAfter(),
                answer.requestId(), answer.clientRequestId(), answer.sent(), body.message));
    }

    static Body read(WireAnswer answer) {
        try (JsonParser parser = GraphJson.FACTORY.createParser(answer.body())) {
            return parser.nextToken() == JsonToken.START_OBJECT ? find(parser) : Body.NONE;
        } catch (IOException e) {
            return Body.NONE;
        }
    }

    private static Body find(JsonParser parser) throws IOException {
        for (String name; (name = parser.nextFieldName()) != null;) {
            parser.nextToken();
            if (name.equals("error")) {
                return error(parser);
            }
            parser.skipChildren();
        }
        return Body.NONE;
    }

    /** Reads the value of "error"; the parser stands on it and is left on its end. */
    static Body error(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Body.NONE;
        }
        String code = null;
        String message = null;
        for (String name; (name = parser.nextFieldName()) != null;) {
            parser.nextToken();
            switch (name) {
                case "code" -> code = parser.getValueAsString();
                case "message" -> message = parser.getValueAsString();
                default -> parser.skipChildren();
            }
        }
        return new Body(code, message);
    }
}
