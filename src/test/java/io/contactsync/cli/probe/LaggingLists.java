package io.contactsync.cli.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.probe.Call;
import io.contactsync.probe.GraphDoor;
import io.contactsync.probe.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of contacts that show each change only after they were read so many times more. */
final class LaggingLists implements GraphDoor {

    private final GraphDoor door;
    private final int lag;
    private final Map<String, Reply> old = new HashMap<>();
    private int stale;

    LaggingLists(GraphDoor door, int lag) {
        this.door = door;
        this.lag = lag;
    }

    @Override
    public Reply send(Call call) {
        if (call.method().equals("GET") && call.url().contains("$top=1000&$select=id")
                && !call.url().contains("$expand")) {
            return list(call);
        }
        stale = call.method().equals("POST") || call.method().equals("DELETE") ? lag : stale;
        return door.send(call);
    }

    private Reply list(Call call) {
        if (stale > 0) {
            stale--;
            return old.computeIfAbsent(call.url(), any -> empty(door.send(call)));
        }
        Reply fresh = door.send(call);
        old.put(call.url(), fresh);
        return fresh;
    }

    private static Reply empty(Reply reply) {
        JsonNode body = reply.body().deepCopy();
        ((ObjectNode) body).putArray("value");
        return new Reply(reply.status(), reply.code(), body, reply.took());
    }

    @Override
    public List<Reply> sendAtOnce(List<Call> calls) {
        return door.sendAtOnce(calls);
    }

    @Override
    public Reply sendHurriedly(Call call) {
        return door.sendHurriedly(call);
    }
}
