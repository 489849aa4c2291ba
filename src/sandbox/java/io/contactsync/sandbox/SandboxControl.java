package io.contactsync.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.PathSegments;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;

/**
 * The view from above over HTTP, below {@code /sandbox/} on the port that issues tokens: the true state of a mailbox,
 * the request log, the findings, and the next day. On loopback like the rest, with a token of its own.
 *
 * @param others for everything that is not below {@code /sandbox/}
 */
record SandboxControl(Sandbox sandbox, ControlAccess access, Handler<HttpServerRequest> others)
        implements Handler<HttpServerRequest> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/sandbox/";
    private static final String MAILBOXES = ROOT + "mailboxes/";

    /** What is answered. */
    private record Reply(int status, String json) {
    }

    @Override
    public void handle(HttpServerRequest http) {
        if (http.path() == null || !http.path().startsWith(ROOT)) {
            others.handle(http);
            return;
        }
        http.body().onSuccess(any -> {
            Reply reply =
                    access.allows(http) ? reply(http.method().name(), http.path()) : error(401, ControlAccess.REFUSAL);
            http.response().setStatusCode(reply.status()).putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(reply.json()));
        });
    }

    private Reply reply(String method, String path) {
        String allowed = path.equals(ROOT + "next-day") ? "POST" : "GET";
        boolean known = path.startsWith(MAILBOXES)
                || List.of(ROOT + "requests", ROOT + "findings", ROOT + "next-day").contains(path);
        if (!known) {
            return error(404, "unknown: " + path + "; there are /sandbox/mailboxes/{id}, /sandbox/requests, "
                    + "/sandbox/findings and /sandbox/next-day");
        }
        return method.equals(allowed) ? reply(path) : error(405, path + " takes " + allowed + " only");
    }

    private Reply reply(String path) {
        return switch (path.substring(ROOT.length())) {
            case "requests" -> sandbox.requestLog().map(log -> ok(Map.of("total", log.total(), "requests", log.last())))
                    .orElseGet(() -> error(404, "no log is kept: start the sandbox with --log"));
            case "findings" -> ok(Map.of("findings", sandbox.findings()));
            case "next-day" -> nextDay();
            default -> mailbox(path.substring(MAILBOXES.length()));
        };
    }

    private Reply mailbox(String user) {
        try {
            return new Reply(200, sandbox.tenant().state(PathSegments.decode(user)).json());
        } catch (GraphRefusal none) {
            return error(404, none.getMessage());
        }
    }

    private Reply nextDay() {
        sandbox.nextDay();
        return ok(Map.of("joined", sandbox.lastDay().joinerIds(), "left", sandbox.lastDay().leaverIds(), "changed",
                sandbox.lastDay().changedIds()));
    }

    private static Reply ok(Object answer) {
        try {
            return new Reply(200, JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("own JSON cannot be written", e);
        }
    }

    private static Reply error(int status, String sentence) {
        return new Reply(status, "{\"error\":" + JSON.getNodeFactory().textNode(sentence) + "}");
    }
}
