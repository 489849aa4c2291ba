package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.time.Duration;

/**
 * What came back for a request, whatever it was.
 *
 * @param status HTTP status; 0 if there was no readable answer
 * @param code   Graph's error code, or the transport's own word for a status of 0; empty if all is well
 * @param body   JSON; missing if there was none
 * @param took   from sending to the end of the answer
 */
public record Reply(int status, String code, JsonNode body, Duration took) {

    public Reply {
        code = code == null ? "" : code;
        body = body == null ? MissingNode.getInstance() : body;
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The service has said no, and nothing was carried out. */
    boolean refused() {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    /** Whether it is certain what became of a request that makes something, and of what id. */
    boolean settled() {
        return ok() && !id().isEmpty() || refused() || status == 429;
    }

    String id() {
        return body.path("id").asText("");
    }

    /** The change key as an entity tag. */
    String etag() {
        return body.path("@odata.etag").asText("W/\"" + body.path("changeKey").asText("") + "\"");
    }

    /** Status and code: all of an answer that may go into a report. */
    String shown() {
        return (status == 0 ? "no answer" : Integer.toString(status)) + (code.isEmpty() ? "" : " " + code);
    }

    /** The same with the time it took. */
    String seen() {
        return shown() + ", " + took.toMillis() + " ms";
    }

    /** @throws UnexpectedReply if it is no success */
    Reply orUnexpected(String what) {
        if (!ok()) {
            throw new UnexpectedReply(what + ": " + shown(), refused());
        }
        return this;
    }

    @Override
    public String toString() {
        return "Reply[" + shown() + "]";
    }
}
