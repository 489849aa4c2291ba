package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads one mailbox; the only place where requests to it are made, so that all of them end when the probe is told to.
 */
abstract class MailboxReader {

    private enum Phase { ASKING, STOPPED, CLEANING }

    private static final int MOST_PAGES = 200;

    private final GraphDoor graph;
    private final String root;
    private volatile Phase phase = Phase.ASKING;

    MailboxReader(GraphDoor graph, String user) {
        this.graph = graph;
        this.root = "/users/" + Urls.segment(user);
    }

    /** No question gets an answer any more; cleaning up still does. */
    void stop() {
        if (phase == Phase.ASKING) {
            phase = Phase.STOPPED;
        }
    }

    void beginCleaning() {
        phase = Phase.CLEANING;
    }

    /** GET of an address below the mailbox. */
    Reply read(String path) {
        return send(call("GET", path, Map.of(), null));
    }

    /** The same with headers. */
    Reply read(String path, Map<String, String> headers) {
        return send(call("GET", path, headers, null));
    }

    /** The same request so many times at once. */
    List<Reply> readAtOnce(String path, int times) {
        return sendAtOnce(Collections.nCopies(times, call("GET", path, Map.of(), null)));
    }

    /** The same request so many times at once to this mailbox and to another one, which is read only. */
    List<Reply> readAtOnce(String path, int times, String otherUser) {
        List<Call> calls = new ArrayList<>(Collections.nCopies(times, call("GET", path, Map.of(), null)));
        calls.addAll(Collections.nCopies(times, Call.get("/users/" + Urls.segment(otherUser) + path)));
        return sendAtOnce(calls);
    }

    /** The rows of a collection, and of its further pages. */
    List<JsonNode> list(String path) {
        List<JsonNode> rows = new ArrayList<>();
        Call next = call("GET", path, Map.of(), null);
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode body = send(next).orUnexpected("a list").body();
            body.path("value").forEach(rows::add);
            if (!body.has("@odata.nextLink")) {
                return rows;
            }
            next = Call.get(Urls.relative(body.path("@odata.nextLink").asText()));
        }
        throw new UnexpectedReply("a list of more than " + MOST_PAGES + " pages");
    }

    /** GET of a link that Graph gave. */
    Reply follow(String link) {
        return send(Call.get(Urls.relative(link)));
    }

    /** Batches of reads of this mailbox, all at once; the answers are the envelopes as they come. */
    List<Reply> readInBatches(String path, int requests, int batches) {
        Call batch = Batches.of(Collections.nCopies(requests, call("GET", path, Map.of(), null)));
        return sendAtOnce(Collections.nCopies(batches, batch));
    }

    Call call(String method, String path, Map<String, String> headers, JsonNode body) {
        return new Call(method, root + path, headers, body);
    }

    Reply send(Call call) {
        requireAsking();
        return Batches.send(graph, call);
    }

    List<Reply> sendAtOnce(List<Call> calls) {
        requireAsking();
        return graph.sendAtOnce(calls);
    }

    void requireAsking() {
        if (phase == Phase.STOPPED) {
            throw new StoppedException();
        }
    }

    final Reply sendHurriedly(Call call) {
        requireAsking();
        return graph.sendHurriedly(call);
    }
}
