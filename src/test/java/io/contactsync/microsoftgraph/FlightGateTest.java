package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Who may be under way, and who waits. */
class FlightGateTest {

    private static final GraphCall SINGLE = call(1);
    private static final GraphCall BATCH = call(20);
    private final Waiter waiter = new Waiter();

    private static GraphCall call(int requests) {
        return new GraphCall(MicrosoftGraphOperation.batch, "", "POST", "/", Map.of(), null, 0, Map.of("a", requests),
                requests, 1_000);
    }

    private CompletableFuture<Void> entering(FlightGate gate, GraphCall call) {
        return CompletableFuture.runAsync(() -> {
            try {
                gate.enter(call, waiter);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        });
    }

    /** One that has learnt that there are four places. */
    private FlightGate offFourPlaces() throws InterruptedException {
        FlightGate gate = new FlightGate(2);
        gate.enter(SINGLE, waiter);
        gate.enter(SINGLE, waiter);
        IntStream.range(0, 3).forEach(refusal -> gate.refused(1));
        gate.leave(SINGLE);
        gate.leave(SINGLE);
        return gate;
    }

    @Test
    void whoIsOneTooManyWaitsForAPlace() throws InterruptedException {
        FlightGate gate = new FlightGate(1);
        gate.enter(BATCH, waiter);
        CompletableFuture<Void> second = entering(gate, BATCH);
        assertThat(second).isNotDone();
        gate.leave(BATCH);
        second.join();
    }

    @Test
    void aStopEndsTheWaitAndKeepsNoPlace() throws InterruptedException {
        FlightGate gate = new FlightGate(1);
        gate.enter(BATCH, waiter);
        Waiter stopped = new Waiter();
        stopped.stop();
        assertThatThrownBy(() -> gate.enter(BATCH, stopped)).isInstanceOf(GraphException.class);
        gate.leave(BATCH);
        gate.enter(BATCH, waiter);
    }

    @Test
    void thereAreMoreAndFewerPlaces() throws InterruptedException {
        FlightGate gate = offFourPlaces();
        assertThat(gate.calls()).isEqualTo(1);
        gate.enter(BATCH, waiter);
        CompletableFuture<Void> single = entering(gate, SINGLE);
        assertThat(single).isNotDone();
        gate.answered(BATCH, 1);
        single.join();
    }

    @Test
    void whatIsSmallFillsWhatABatchLeavesButNotForEver() throws InterruptedException {
        FlightGate gate = offFourPlaces();
        gate.enter(SINGLE, waiter);
        CompletableFuture<Void> batch = entering(gate, BATCH);
        while (gate.waiting() < 1) {
            Thread.onSpinWait();
        }
        for (int other = 0; other < 8; other++) {
            gate.enter(SINGLE, waiter);
            gate.leave(SINGLE);
        }
        CompletableFuture<Void> ninth = entering(gate, SINGLE);
        while (gate.waiting() < 2) {
            Thread.onSpinWait();
        }
        gate.leave(SINGLE);
        batch.join();
        assertThat(ninth).isNotDone();
        gate.leave(BATCH);
        ninth.join();
    }
}
