package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the answer to a batch. Its status says nothing of those inside, which come in the order given.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching, response format</a>
 */
final class BatchEnvelope {
    private final boolean throttledShows;
    private final boolean emptyIsNull;

    BatchEnvelope(GraphReadings readings) {
        this.throttledShows = readings.is(GraphReading.THROTTLED_BATCH, "424");
        this.emptyIsNull = readings.is(GraphReading.EMPTY_BODY_IN_BATCH, "null");
    }

    ServiceResponse of(List<BatchRequest> requests, ServiceResponse[] answers, int[] order) {
        JsonBytes out = new JsonBytes(answers.length * 2100 + 100).ascii("{\"responses\":[");
        ServiceResponse.Delivery delivery = ServiceResponse.Delivery.ANSWER;
        boolean throttled = false;
        for (int index : order) {
            if (answers[index].delivery().ofConnection()) {
                delivery = answers[index].delivery();
            }
            place(out, requests.get(index).id(), answers[index]);
            throttled |= answers[index].status() == 429;
        }
        ServiceResponse ok = ServiceResponse.ok(out.ascii("]}"));
        return (throttled && throttledShows ? ServiceResponse.of(424, ok.headers(), ok.body()) : ok).with(delivery);
    }

    /** Puts an answer among the others, in one of the ways it can go wrong inside a batch. */
    private void place(JsonBytes out, String id, ServiceResponse answer) {
        switch (answer.delivery()) {
            case OMIT -> { }
            case TWICE -> answer(answer(out, id, answer), id, answer);
            case UNKNOWN_ID -> answer(out, "unknown-" + id, answer);
            case UPPER_CASE_ID -> answer(out, id.toUpperCase(Locale.ROOT), answer);
            default -> answer(out, id, answer);
        }
    }

    private JsonBytes answer(JsonBytes out, String id, ServiceResponse answer) {
        out.separator().ascii("{\"id\":").string(id).ascii(",\"status\":").ascii(Integer.toString(answer.status()));
        out.ascii(",\"headers\":{\"Cache-Control\":\"private\"");
        for (Map.Entry<String, String> each : answer.headers().entrySet()) {
            out.ascii(",\"").ascii(each.getKey()).ascii("\":").string(each.getValue());
        }
        out.raw((byte) '}');
        if (answer.body() != null) {
            BatchBodies.answer(out.ascii(",\"body\":"), answer);
        } else if (emptyIsNull) {
            out.ascii(",\"body\":null");
        }
        return out.raw((byte) '}');
    }
}
