package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCreatedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a batch costs in the routes, in counts: however many there are, no exchange is made for one. */
class HotPathTest {

    private static final int BATCH = 20;
    private static final int MORE = 6;
    private static final int MAILBOXES = 3;
    /** Of a mailbox: its own, and two to read and to plan it. */
    private static final int MOST_EXCHANGES = 3;
    /** Calls of a batch: its step, its intents, the way to Graph and there, what became of it. */
    private static final int MOST_CALLS = 5;

    /** Counts what is made and called while mailboxes are worked on. */
    private static final class Counter extends EventNotifierSupport {
        private final Map<String, Integer> counts = new ConcurrentHashMap<>();

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeEvent of && of.getExchange().getVariable("mailbox") != null
                    && of.getExchange().getVariable("source") == null) {
                if (event instanceof ExchangeCreatedEvent) {
                    counts.merge("exchanges", 1, Integer::sum);
                } else if (event instanceof ExchangeSendingEvent) {
                    counts.merge("calls", 1, Integer::sum);
                }
            }
        }

        private int taken(String what) {
            Integer count = counts.remove(what);
            return count == null ? 0 : count;
        }
    }

    @Test
    void aBatchIsCarriedByItsMailboxsExchange(@TempDir Path folder) throws Exception {
        try (ProofBench bench = new ProofBench(folder, MAILBOXES, Duration.ofSeconds(10))) {
            Counter counter = bench.told(new Counter());
            bench.begin();
            create(bench, 1);
            counter.counts.clear();
            create(bench, BATCH);
            int exchanges = counter.taken("exchanges");
            int calls = counter.taken("calls");
            create(bench, MORE * BATCH);
            assertThat(counter.taken("exchanges")).as("whatever is to be written").isEqualTo(exchanges)
                    .isLessThanOrEqualTo(MOST_EXCHANGES * MAILBOXES);
            assertThat(counter.taken("calls") - calls).as("for each further batch").isPositive()
                    .isLessThanOrEqualTo(MOST_CALLS * (MORE - 1) * MAILBOXES);
        }
    }

    private static void create(ProofBench bench, int contacts) {
        String central = bench.sandbox().address().centralMailbox();
        for (int number = 0; number < contacts; number++) {
            bench.sandbox().tenant().createContact(central, "{\"givenName\":\"Ann\",\"displayName\":\"Ann Other "
                    + contacts + "-" + number + "\"}");
        }
        PassingTime.ONE.pass(StandardRun.SETTLED);
        assertThat(bench.run().totals().tally().created()).isGreaterThanOrEqualTo(contacts * MAILBOXES);
    }
}
