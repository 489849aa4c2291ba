package io.contactsync.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.service.Arrival;
import io.contactsync.sandbox.service.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds exchanges against the official schema: requests if they are the program's own, which its User-Agent tells,
 * answers unless a fault made them. Used by one thread at a time.
 */
final class SchemaCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROGRAM = "contact-sync/";
    private final OfficialSchema schema = new OfficialSchema();
    private final Novelty novelty = new Novelty(schema.limited());
    private final Set<Arrival> tampered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> findings = new ArrayList<>();
    private long seen;
    private long requests;

    void look(Exchange exchange) {
        seen++;
        Arrival arrival = exchange.arrival();
        ServiceResponse response = exchange.response();
        boolean answered = response.delivery() == ServiceResponse.Delivery.ANSWER && !response.fault();
        if (!answered && arrival.outer() != null) {
            tampered.add(arrival.outer());
        }
        boolean ofProgram = String.valueOf(arrival.header("user-agent")).startsWith(PROGRAM);
        requests += ofProgram ? 1 : 0;
        if (arrival.isBatch()) {
            batch(arrival, response, ofProgram, answered);
        } else {
            if (ofProgram) {
                one(new Message(arrival.method(), target(arrival), 0, inherited(arrival), arrival.body()));
            }
            if (answered) {
                one(new Message(arrival.method(), target(arrival), response.status(), lowerCase(response.headers()),
                        bytes(response)));
            }
        }
    }

    /** Links of faulty pages differ by a parameter of the sandbox's own. */
    private static String target(Arrival arrival) {
        return arrival.target().replaceFirst("[?&]x-page=\\d+", "");
    }

    private void batch(Arrival arrival, ServiceResponse response, boolean ofProgram, boolean answered) {
        boolean whole = !tampered.remove(arrival);
        JsonNode asked = json(arrival.body());
        Message request = new Message("POST", "/$batch", 0, arrival.headers(), arrival.body());
        if (ofProgram) {
            add(request, NeededHeaders.missing(request));
            add(request, Envelopes.ofRequest(asked));
        }
        boolean envelope = response.status() == 200 || response.status() == Allowed.BATCH_STATUS;
        if (answered && whole && envelope) {
            add(new Message("POST", "/$batch", response.status(), Map.of(), response.body()),
                    Envelopes.ofAnswer(json(response.body()), asked));
        } else if (answered && !envelope) {
            one(new Message("POST", "/$batch", response.status(), lowerCase(response.headers()), bytes(response)));
        }
    }

    private void one(Message message) {
        JsonNode body = message.isJson() && message.body().length > 0 ? json(message.body()) : null;
        if (body != null && body.isMissingNode()) {
            add(message,
                    message.status() == 0 ? List.of("the body is no JSON") : List.of("answered with what is no JSON"));
        } else if (novelty.reduce(kind(message), body)) {
            Message reduced = body == null ? message
                    : new Message(message.method(), message.target(), message.status(), message.headers(), bytes(body));
            add(message, schema.findings(reduced, body));
            if (message.status() == 0) {
                add(message, NeededHeaders.missing(message));
            }
        }
    }

    /** What alike requests, or answers, have in common; values of parameters only where the schema lists them. */
    private String kind(Message message) {
        String template = schema.template(message);
        String what = message.method() + " " + (template == null ? message.path() : template) + " " + message.status()
                + " " + message.contentType();
        if (message.status() != 0) {
            return what;
        }
        Map<String, String> query = new HashMap<>(message.query());
        query.replaceAll(
                (name, value) -> Set.of("$filter", "$skip", "$skiptoken", "$deltatoken", "$search").contains(name) ? ""
                        : value);
        return what + " " + query + message.headers().containsKey("authorization")
                + message.headers().get("consistencylevel");
    }

    /** A request inside a batch is authorised by the batch. */
    private static Map<String, String> inherited(Arrival arrival) {
        Map<String, String> headers = new HashMap<>(arrival.headers());
        if (arrival.outer() != null && arrival.outer().headers().containsKey("authorization")) {
            headers.put("authorization", arrival.outer().headers().get("authorization"));
        }
        return headers;
    }

    private void add(Message message, List<String> sentences) {
        sentences.forEach(each -> findings.add(message + ": " + each));
    }

    void broke(Exchange exchange, RuntimeException broken) {
        findings.add(exchange.arrival().method() + " " + exchange.arrival().target() + ": the check itself failed: "
                + broken);
    }

    /** What was found since it was last asked for. */
    List<String> takeFindings() {
        List<String> taken = List.copyOf(new HashSet<>(findings));
        findings.clear();
        return taken;
    }

    /** Requests so far that the program made, batches and those inside them. */
    long requestsOfTheProgram() {
        return requests;
    }

    String summary() {
        return "official schema: " + seen + " exchanges seen, " + requests + " of them the program's; " + novelty.size()
                + " kinds of request, answer and entry validated";
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    private static byte[] bytes(ServiceResponse response) {
        return response.body() == null ? new byte[0] : response.body();
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException none) {
            return JSON.missingNode();
        }
    }
}
