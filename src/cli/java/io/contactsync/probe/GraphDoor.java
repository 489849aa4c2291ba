package io.contactsync.probe;

import java.util.List;

/** How requests reach Graph: each exactly once, its outcome as a value. Sign-in problems alone are exceptions. */
public interface GraphDoor {

    /** Sends one request and waits for its answer. */
    Reply send(Call call);

    /** Sends all of them at the same time; answers in their order. */
    List<Reply> sendAtOnce(List<Call> calls);

    /** Sends one request and gives up waiting almost at once, so that its outcome may stay unknown. */
    Reply sendHurriedly(Call call);
}
