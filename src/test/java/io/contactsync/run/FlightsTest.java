package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Limits;
import io.contactsync.journal.FilesAlone;
import io.contactsync.microsoftgraph.GraphLoad;
import io.contactsync.microsoftgraph.GraphTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Mailboxes are begun as Graph takes calls at a time. */
class FlightsTest extends RunTestBase {

    private final Flights flights = new Flights();
    private volatile int calls = 1;

    /** A Graph that takes so many calls. */
    private final class Busy implements GraphTime {

        @Override
        public Instant serverTime() {
            return null;
        }

        @Override
        public GraphLoad load() {
            return new GraphLoad() {
                @Override
                public int calls() {
                    return calls;
                }
            };
        }
    }

    @BeforeEach
    void graph() {
        runs = RunsOnOtherClocks.of(settings, new Limits(2, 3, 30, 2, 20), RENDERER, new Busy(),
                Clock.fixed(NOON, ZoneOffset.UTC), System::nanoTime, () -> 0, FilesAlone.INSTANCE);
    }

    private CompletableFuture<Void> entering(MailboxTurn turn) {
        return CompletableFuture.runAsync(() -> {
            try {
                flights.enter(turn);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        });
    }

    @Test
    void theNextIsBegunWhenOneIsThroughOrGraphTakesMore() {
        try (Run run = begin(false)) {
            take(run, people(0, 1));
            List<MailboxTurn> turns = turns(run, "alice", "bob", "carol");
            entering(turns.get(0)).join();
            CompletableFuture<Void> second = entering(turns.get(1));
            assertThat(second).isNotDone();
            flights.leave(turns.get(0));
            second.join();
            CompletableFuture<Void> third = entering(turns.get(2));
            assertThat(third).isNotDone();
            calls = 2;
            third.join();
        }
    }

    @Test
    void aRunThatIsEndingKeepsNobodyWaiting() {
        try (Run run = begin(false)) {
            take(run, people(0, 1));
            List<MailboxTurn> turns = turns(run, "alice", "bob");
            entering(turns.get(0)).join();
            CompletableFuture<Void> second = entering(turns.get(1));
            run.stop();
            second.join();
            flights.leave(turns.get(0));
            flights.leave(turns.get(0));
        }
    }
}
