package io.contactsync.cli.probe;

import io.contactsync.probe.Call;
import io.contactsync.probe.GraphDoor;
import io.contactsync.probe.Reply;
import java.util.List;

/** A way to Graph on which something happens after each single request. */
record Meddling(GraphDoor door, Runnable happens) implements GraphDoor {

    @Override
    public Reply send(Call call) {
        Reply reply = door.send(call);
        happens.run();
        return reply;
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
