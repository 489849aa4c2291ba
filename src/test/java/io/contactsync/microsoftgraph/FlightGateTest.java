package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who may be under way, and who waits. */
class FlightGateTest {

    private static final GraphCall CALL = new GraphCall(MicrosoftGraphOperation.batch, "", "POST", "/", Map.of(), null,
            0, Map.of("a", 1), 1, 1_000);
    private final Waiter waiter = new Waiter();

    private CompletableFuture<Void> entering(FlightGate gate) {
        return CompletableFuture.runAsync(() -> {
            try {
                gate.enter(waiter);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        });
    }

    @Test
    void whoIsOneTooManyWaitsForAPlace() throws InterruptedException {
        FlightGate gate = new FlightGate(1);
        gate.enter(waiter);
        CompletableFuture<Void> second = entering(gate);
        assertThat(second).isNotDone();
        gate.leave();
        second.join();
    }

    @Test
    void aStopEndsTheWait() throws InterruptedException {
        FlightGate gate = new FlightGate(1);
        gate.enter(waiter);
        CompletableFuture<Void> second = entering(gate);
        waiter.stop();
        assertThatThrownBy(second::join).hasRootCauseInstanceOf(GraphException.class);
    }

    @Test
    void thereAreMoreAndFewerPlaces() throws InterruptedException {
        FlightGate gate = new FlightGate(2);
        gate.answered(CALL, 1);
        gate.refused();
        assertThat(gate.limit()).isEqualTo(1);
        gate.enter(waiter);
        CompletableFuture<Void> second = entering(gate);
        assertThat(second).isNotDone();
        gate.answered(CALL, 1);
        assertThat(gate.limit()).as("patience of one round").isEqualTo(2);
        second.join();
    }
}
