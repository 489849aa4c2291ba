package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Carries out a batch: four of its requests at a time, whatever mailboxes they concern; the answers come in another
 * order than the requests. Failures stay inside; a request whose predecessor failed gets 424. A batch with any
 * dependsOn runs one by one.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 * @see <a href="https://learn.microsoft.com/graph/known-issues">known issues: depending on the same one runs
 * sequentially</a>
 * @see <a href="https://learn.microsoft.com/answers/questions/1660054">four requests at a time to the Outlook
 * service</a>
 */
public final class BatchHandler {
    private static final int AT_A_TIME = 4;
    private final Dispatcher dispatcher;
    private final ExchangeWatch watch;
    private final BatchEnvelope envelope;
    private final SplittableRandom order;

    public BatchHandler(Dispatcher dispatcher, ExchangeWatch watch, long seed, GraphReadings readings) {
        this.dispatcher = dispatcher;
        this.watch = watch;
        this.envelope = new BatchEnvelope(readings);
        this.order = new SplittableRandom(seed);
    }

    /**
     * @param arrival the batch as the watch saw it arrive
     * @param first   how many requests are carried out; the others are answered 504
     */
    void handle(ServiceRequest outer, Arrival arrival, int first, Consumer<ServiceResponse> done) {
        try {
            new Run(BatchParser.parse(outer), arrival, first, done).advance();
        } catch (GraphRefusal e) {
            done.accept(ErrorResponses.response(e));
        }
    }

    /** One batch under way. */
    private final class Run {
        private final List<BatchRequest> requests;
        private final Arrival arrival;
        private final int first;
        private final Consumer<ServiceResponse> done;
        private final boolean[] started;
        private final ServiceResponse[] answers;
        private final int atATime;
        private int inFlight;
        private int answered;

        Run(List<BatchRequest> requests, Arrival arrival, int first, Consumer<ServiceResponse> done) {
            this.requests = requests;
            this.arrival = arrival;
            this.first = first;
            this.done = done;
            this.started = new boolean[requests.size()];
            this.answers = new ServiceResponse[requests.size()];
            this.atATime = requests.stream().allMatch(each -> each.dependsOn().isEmpty()) ? AT_A_TIME : 1;
        }

        void advance() {
            for (int i = next(); i >= 0; i = next()) {
                start(i);
            }
        }

        private void start(int index) {
            started[index] = true;
            inFlight++;
            ServiceRequest request = requests.get(index).request();
            Consumer<ServiceResponse> next =
                    watch.over(watch.inside(arrival, request), response -> finish(index, response));
            if (index >= first) {
                next.accept(ErrorResponses.response(504, "UnknownError", "").asFault());
            } else if (failedBefore(index)) {
                next.accept(ErrorResponses.response(424, "FailedDependency",
                        "The request failed because a request it depends on failed."));
            } else {
                dispatcher.dispatch(request, next);
            }
        }

        private void finish(int index, ServiceResponse response) {
            answers[index] = response;
            inFlight--;
            if (++answered == answers.length) {
                done.accept(envelope.of(requests, answers, shuffled(answers.length)));
            } else {
                advance();
            }
        }

        private int next() {
            for (int i = 0; inFlight < atATime && i < started.length; i++) {
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
                if (requests.get(i).id().equalsIgnoreCase(id)) {
                    return i;
                }
            }
            throw new IllegalStateException("unknown id " + id);
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
}
