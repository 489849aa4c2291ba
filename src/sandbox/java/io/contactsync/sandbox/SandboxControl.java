package io.contactsync.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.faults.FaultPlan;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.PathSegments;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The view from above over HTTP, below {@code /sandbox/} on the port that issues tokens: the true state of a mailbox,
 * the number of requests, their log, the findings, the next day, faults, the clock, and what owners do. On loopback
 * like the rest, with a token of its own.
 *
 * @param others for everything that is not below {@code /sandbox/}
 */
record SandboxControl(Sandbox sandbox, ControlAccess access, Handler<HttpServerRequest> others)
        implements Handler<HttpServerRequest> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/sandbox/";
    private static final String MAILBOXES = "mailboxes";
    /** What else there is, and how it is asked for. */
    private static final Map<String, String> METHODS = new TreeMap<>(Map.of("requests", "GET", "findings", "GET",
            "counts", "GET", "age", "POST", "next-day", "POST", "clock", "POST", "federated-token", "POST", "faults",
            "POST or DELETE"));

    /** What is answered. */
    private record Reply(int status, String json) {
    }

    @Override
    public void handle(HttpServerRequest http) {
        if (http.path() == null || !http.path().startsWith(ROOT)) {
            others.handle(http);
            return;
        }
        http.body().onSuccess(body -> {
            Reply reply = access.allows(http) ? reply(http.method().name(), http.path(), body.toString())
                    : error(401, ControlAccess.REFUSAL);
            http.response().setStatusCode(reply.status()).putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(reply.json()));
        });
    }

    private Reply reply(String method, String path, String body) {
        List<String> parts = Stream.of(path.substring(ROOT.length()).split("/", -1)).map(PathSegments::decode).toList();
        String what = parts.get(0);
        if (what.equals(MAILBOXES) && parts.size() > 2 && parts.get(2).equals("contacts")) {
            return owner(method, path, parts, body);
        }
        boolean known = what.equals(MAILBOXES) ? parts.size() == 2 : parts.size() == 1 && METHODS.containsKey(what);
        if (!known) {
            return error(404, "unknown: " + path + "; there are /sandbox/mailboxes/{id}, "
                    + "/sandbox/mailboxes/{id}/contacts, and /sandbox/" + String.join(", /sandbox/", METHODS.keySet()));
        }
        String allowed = METHODS.getOrDefault(what, "GET");
        return !allowed.contains(method) ? error(405, path + " takes " + allowed + " only")
                : what.equals(MAILBOXES) ? mailbox(parts.get(1)) : method.equals("GET") ? shown(what)
                : done(what, method, body);
    }

    private Reply shown(String what) {
        return what.equals("findings") ? ok(Map.of("findings", sandbox.findings(), "more", sandbox.moreFindings()))
                : what.equals("counts")
                ? ok(Map.of("requests", sandbox.requests(), "throttled", sandbox.throttled()))
                : sandbox.requestLog().map(log -> ok(Map.of("total", log.total(), "requests", log.last())))
                        .orElseGet(() -> error(404, "no log is kept: start the sandbox with --log"));
    }

    private Reply done(String what, String method, String body) {
        try {
            return switch (what) {
                case "clock" -> pass(body.strip());
                case "age" -> age(body.strip());
                case "federated-token" -> federatedToken(body.strip());
                case "faults" -> faults(method, body);
                default -> nextDay();
            };
        } catch (IllegalArgumentException wrong) {
            return error(400, wrong.getMessage());
        }
    }

    private Reply pass(String time) {
        try {
            Duration passed = Duration.parse(time);
            if (!passed.isNegative()) {
                sandbox.passOnLoop(passed);
                return ok(Map.of("passed", passed.toString()));
            }
        } catch (DateTimeException none) {
            // said below
        }
        return error(400, "/sandbox/clock takes how far it is put forward, such as PT20M or P1D, and not '" + time
                + "'");
    }

    private Reply age(String time) {
        try {
            Duration older = Duration.parse(time);
            sandbox.tenant().mailboxes().forEach(mailbox -> sandbox.tenant().ageContacts(mailbox, older));
            return ok(Map.of("older", older.toString()));
        } catch (DateTimeException none) {
            return error(400, "/sandbox/age takes how much earlier all contacts were made, such as P1D, and not '"
                    + time + "'");
        }
    }

    private Reply federatedToken(String life) {
        try {
            return ok(Map.of("token", sandbox.app().workload().federatedToken(Duration.parse(life))));
        } catch (DateTimeException none) {
            return error(400, "/sandbox/federated-token takes how long it is good, such as PT1H, and not '" + life
                    + "'");
        }
    }

    private Reply faults(String method, String plan) {
        if (method.equals("DELETE")) {
            sandbox.faults().clear();
            return ok(Map.of("faults", List.of()));
        }
        FaultPlan read = FaultPlan.parse("the plan that was sent", plan);
        sandbox.follow(read);
        return ok(Map.of("faults", read.kinds()));
    }

    private Reply owner(String method, String path, List<String> parts, String body) {
        try {
            Map<String, String> answer = new OwnersControl(sandbox.tenant())
                    .act(method, parts.get(1), parts.subList(3, parts.size()), body);
            return answer != null ? ok(answer) : error(405, path + ": POST to contacts, PATCH or DELETE to a contact, "
                    + "POST to its copy");
        } catch (GraphRefusal refused) {
            return error(refused.status(), refused.getMessage());
        }
    }

    private Reply mailbox(String user) {
        try {
            return new Reply(200, sandbox.tenant().state(user).json());
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
