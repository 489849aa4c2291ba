package io.contactsync.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The rules for a batch and its answer, which no official schema describes.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class Envelopes {
    private static final Set<String> REQUEST = Set.of("id", "method", "url", "headers", "body", "dependsOn");
    private static final Set<String> ANSWER = Set.of("id", "status", "headers", "body");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");
    private final List<String> findings = new ArrayList<>();

    private Envelopes() {
    }

    static List<String> ofRequest(JsonNode envelope) {
        Envelopes check = new Envelopes();
        JsonNode requests = envelope.path("requests");
        check.require(requests.isArray() && envelope.size() == 1, "the envelope must hold requests and nothing else");
        check.require(requests.size() >= 1 && requests.size() <= 20,
                "a batch holds 1 to 20 requests, not " + requests.size());
        Set<String> ids = new HashSet<>();
        for (JsonNode each : requests) {
            check.request(each, ids);
        }
        return check.findings;
    }

    private void request(JsonNode request, Set<String> before) {
        String id = request.path("id").asText();
        String url = request.path("url").asText();
        require(request.path("id").isTextual() && !id.isEmpty(), "an id must be text");
        request.path("dependsOn").forEach(each -> require(before.contains(each.asText().toLowerCase(Locale.ROOT)),
                id + " depends on " + each + ", which is not before it"));
        require(before.add(id.toLowerCase(Locale.ROOT)), "the id " + id + " is not unique");
        require(METHODS.contains(request.path("method").asText()), id + ": no method " + request.path("method"));
        require(!url.isEmpty() && !url.contains("://") && !url.startsWith("/v1.0") && !url.contains("$batch"),
                id + ": the url must be relative to the version: " + url);
        require(!request.has("body") || header(request, "content-type") != null, id + ": a body needs a Content-Type");
        members(request, REQUEST);
    }

    static List<String> ofAnswer(JsonNode envelope, JsonNode asked) {
        Envelopes check = new Envelopes();
        JsonNode responses = envelope.path("responses");
        check.require(responses.isArray() && envelope.size() == 1, "the envelope must hold responses and nothing else");
        Set<String> open = new HashSet<>();
        asked.path("requests").forEach(each -> open.add(each.path("id").asText()));
        for (JsonNode each : responses) {
            check.answer(each, open);
        }
        check.require(open.isEmpty(), "no answer to " + open);
        return check.findings;
    }

    private void answer(JsonNode answer, Set<String> open) {
        String id = answer.path("id").asText();
        require(open.remove(id), "an answer to " + id + ", which was not asked or is answered already");
        require(answer.path("status").isInt(), id + ": the status must be a number");
        answer.path("headers").forEach(each -> require(each.isTextual(), id + ": a header must be text"));
        require(answer.path("body").isMissingNode() || answer.path("body").isNull()
                || header(answer, "content-type") != null, id + ": a body without Content-Type");
        members(answer, ANSWER);
    }

    private static String header(JsonNode part, String lowerCaseName) {
        return part.path("headers").properties().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName))
            .map(each -> each.getValue().asText()).findFirst().orElse(null);
    }

    private void members(JsonNode part, Set<String> allowed) {
        part.fieldNames().forEachRemaining(each -> require(allowed.contains(each), "unknown member " + each));
    }

    private void require(boolean kept, String sentence) {
        if (!kept) {
            findings.add(sentence);
        }
    }
}
