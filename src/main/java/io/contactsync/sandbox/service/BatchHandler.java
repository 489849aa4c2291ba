package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.GraphErrors;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Carries out a batch: four of its requests at a time, whatever mailboxes they concern; the answers come in another order than the
 * requests. Failures stay inside; a request whose predecessor failed gets 424.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 * @see <a href="https://learn.microsoft.com/answers/questions/1660054">four requests at a time to the Outlook service</a>
 */
public final class BatchHandler {
    private static final int AT_A_TIME = 4;
    private final Dispatcher dispatcher;
    private final Watch watch;
    private final SplittableRandom order;
    private final int statusWhenThrottled;
    private final boolean emptyBodyIsNull;

    public BatchHandler(Dispatcher dispatcher, Watch watch, long seed, Readings readings) {
        this.dispatcher = dispatcher;
        this.watch = watch;
        this.order = new SplittableRandom(seed);
        this.statusWhenThrottled = Integer.parseInt(readings.of(Reading.THROTTLED_BATCH));
        this.emptyBodyIsNull = readings.is(Reading.EMPTY_BODY_IN_BATCH, "null");
    }

    /**
     * @param arrival the batch as the watch saw it arrive
     * @param first   how many requests are carried out; the others are answered 504
     */
    void handle(GraphRequest outer, Arrival arrival, int first, Consumer<GraphResponse> done) {
        try {
            new Run(BatchParser.parse(outer), arrival, first, done).advance();
        } catch (GraphException e) {
            done.accept(GraphErrors.response(e));
        }
    }

    /** One batch under way. */
    private final class Run {
        private final List<BatchRequest> requests;
        private final Arrival arrival;
        private final int first;
        private final Consumer<GraphResponse> done;
        private final boolean[] started;
        private final GraphResponse[] answers;
        private int inFlight;
        private int answered;

        Run(List<BatchRequest> requests, Arrival arrival, int first, Consumer<GraphResponse> done) {
            this.requests = requests;
            this.arrival = arrival;
            this.first = first;
            this.done = done;
            this.started = new boolean[requests.size()];
            this.answers = new GraphResponse[requests.size()];
        }

        void advance() {
            for (int i = next(); i >= 0; i = next()) {
                start(i);
            }
        }

        private void start(int index) {
            started[index] = true;
            inFlight++;
            GraphRequest request = requests.get(index).request();
            Consumer<GraphResponse> next = watch.over(watch.inside(arrival, request), response -> finish(index, response));
            if (index >= first) {
                next.accept(GraphErrors.response(504, "UnknownError", "").asFault());
            } else if (failedBefore(index)) {
                next.accept(GraphErrors.response(424, "FailedDependency", "The request failed because a request it depends on failed."));
            } else {
                dispatcher.dispatch(request, next);
            }
        }

        private void finish(int index, GraphResponse response) {
            answers[index] = response;
            inFlight--;
            if (++answered == answers.length) {
                done.accept(envelope());
            } else {
                advance();
            }
        }

        private int next() {
            for (int i = 0; inFlight < AT_A_TIME && i < started.length; i++) {
                if (!started[i] && ready(i)) {
                    return i;
                }
            }
            return -1;
        }

        private boolean ready(int index) {
            List<String> before = requests.get(index).dependsOn();
            return before.isEmpty() || before.stream().allMatch(id -> answers[indexOf(id)] != null);
        }

        private boolean failedBefore(int index) {
            List<String> before = requests.get(index).dependsOn();
            return !before.isEmpty() && before.stream().anyMatch(id -> answers[indexOf(id)].status() >= 400);
        }

        private int indexOf(String id) {
            for (int i = 0; i < requests.size(); i++) {
                if (requests.get(i).id().equals(id)) {
                    return i;
                }
            }
            throw new IllegalStateException("unknown id " + id);
        }

        private GraphResponse envelope() {
            JsonBytes out = new JsonBytes(answers.length * 2100 + 100).ascii("{\"responses\":[");
            GraphResponse.Delivery delivery = GraphResponse.Delivery.ANSWER;
            boolean throttled = false;
            for (int index : shuffled(answers.length)) {
                throttled |= answers[index].status() == 429;
                if (answers[index].delivery().ofConnection()) {
                    delivery = answers[index].delivery();
                }
                place(out, requests.get(index).id(), answers[index]);
            }
            GraphResponse envelope = GraphResponse.ok(out.ascii("]}"));
            return GraphResponse.of(throttled ? statusWhenThrottled : 200, envelope.headers(), envelope.body()).with(delivery);
        }
    }

    /** Puts an answer among the others, in one of the ways it can go wrong inside a batch. */
    private void place(JsonBytes out, String id, GraphResponse answer) {
        switch (answer.delivery()) {
            case OMIT -> { }
            case TWICE -> answer(answer(out, id, answer), id, answer);
            case UNKNOWN_ID -> answer(out, "unknown-" + id, answer);
            case UPPER_CASE_ID -> answer(out, id.toUpperCase(Locale.ROOT), answer);
            default -> answer(out, id, answer);
        }
    }

    private int[] shuffled(int size) {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            int j = order.nextInt(i + 1);
            indices[i] = indices[j];
            indices[j] = i;
        }
        return indices;
    }

    private JsonBytes answer(JsonBytes out, String id, GraphResponse answer) {
        out.separator().ascii("{\"id\":").string(id).ascii(",\"status\":").ascii(Integer.toString(answer.status()));
        out.ascii(",\"headers\":{\"Cache-Control\":\"private\"");
        for (Map.Entry<String, String> each : answer.headers().entrySet()) {
            out.ascii(",\"").ascii(each.getKey()).ascii("\":").string(each.getValue());
        }
        out.raw((byte) '}');
        body(out, answer);
        return out.raw((byte) '}');
    }

    private void body(JsonBytes out, GraphResponse answer) {
        String type = answer.headers().getOrDefault("Content-Type", "");
        if (answer.body() == null) {
            out.ascii(emptyBodyIsNull ? ",\"body\":null" : "");
        } else if (type.startsWith("application/json")) {
            out.ascii(",\"body\":").raw(answer.body());
        } else if (type.startsWith("image/")) {
            out.ascii(",\"body\":").string(Base64.getEncoder().encodeToString(answer.body()));
        } else {
            out.ascii(",\"body\":").string(new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}
