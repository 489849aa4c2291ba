package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Limits;
import io.contactsync.journal.FilesAlone;
import io.contactsync.microsoftgraph.GraphLoad;
import io.contactsync.microsoftgraph.GraphTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Mailboxes are begun as Graph takes calls at a time. */
class FlightsTest extends RunTestBase {

    private final Flights flights = new Flights();
    private volatile int calls = 1;
    private volatile Map<String, Duration> told = Map.of();

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
                public Duration pause(String mailbox) {
                    return told.getOrDefault(mailbox, Duration.ZERO);
                }

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

    /** So many as are begun at once where Graph takes one call, and two that are not. */
    private List<MailboxTurn> full(Run run) {
        take(run, people(0, 1));
        List<MailboxTurn> turns = turns(run, IntStream.range(0, Flights.SPARE + 3).mapToObj(number -> "m" + number)
                .toArray(String[]::new));
        turns.subList(0, Flights.SPARE + 1).forEach(turn -> entering(turn).join());
        return turns.subList(Flights.SPARE, turns.size());
    }

    @Test
    void theNextIsBegunWhenOneIsThroughOrGraphTakesMore() {
        try (Run run = begin(false)) {
            List<MailboxTurn> turns = full(run);
            CompletableFuture<Void> next = entering(turns.get(1));
            assertThat(next).isNotDone();
            flights.leave(turns.get(0));
            next.join();
            CompletableFuture<Void> last = entering(turns.get(2));
            assertThat(last).isNotDone();
            calls = 2;
            last.join();
        }
    }

    /** Those that Graph refuses day by day hold none of ours, and would come first in each run. */
    @Test
    void oneThatIsToldToWaitForLongKeepsNobodyWaiting() {
        try (Run run = begin(false)) {
            List<MailboxTurn> turns = full(run);
            CompletableFuture<Void> next = entering(turns.get(1));
            told = Map.of(turns.get(0).mailbox(), Flights.LONG);
            assertThatThrownBy(() -> next.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            told = Map.of(turns.get(0).mailbox(), Flights.LONG.plusMillis(1));
            assertThat(next).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void aRunThatIsEndingKeepsNobodyWaiting() {
        try (Run run = begin(false)) {
            List<MailboxTurn> turns = full(run);
            CompletableFuture<Void> next = entering(turns.get(1));
            assertThat(next).isNotDone();
            run.stop();
            next.join();
            flights.leave(turns.get(0));
            flights.leave(turns.get(0));
        }
    }
}
