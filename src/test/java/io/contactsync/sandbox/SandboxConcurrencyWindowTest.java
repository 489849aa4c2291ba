package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.service.ThrottleLimit;
import io.contactsync.sandbox.service.ThrottleLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Clients that wait out each call's own Retry-After and give up after three repetitions, as Microsoft's do, on the
 * sandbox's clock.
 */
class SandboxConcurrencyWindowTest {
    private static final int CALLS = 12;
    private static final int TRIES = 4;
    /** So long that the time which truly passes meanwhile is none. */
    private static final Duration BEAT = Duration.ofMinutes(1);
    private static final int LATENCY = 5;
    private static final int PAUSE = 10;

    private record Call(int due, int tries) {
    }

    @ParameterizedTest(name = "concurrency-window={0}: {1} of 12 get through")
    @CsvSource({"call, 12, 12", "mailbox, 4, 4"})
    void twelveReadsThatWaitEachForItself(String window, int least, int most) {
        GraphReadings readings = GraphReadings.assumed().with(GraphReading.CONCURRENCY_WINDOW, window);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withReadings(readings)
                .withLimits(ThrottleLimits.published().with(ThrottleLimit.PAUSE_SECONDS, PAUSE * BEAT.toSeconds())))) {
            sandbox.faults().when(request -> request.mailbox() != null).times(CALLS * TRIES)
                    .delay(BEAT.multipliedBy(LATENCY));
            assertThat(through(sandbox)).isBetween(least, most);
        }
    }

    /** One begins each beat; how many are served. */
    private static int through(Sandbox sandbox) {
        SandboxClient client = new SandboxClient(sandbox.address()).signIn();
        String contacts = "/users/" + sandbox.tenant().mailboxes().iterator().next() + "/contacts";
        Deque<Call> calls = new ArrayDeque<>(IntStream.range(0, CALLS).mapToObj(due -> new Call(due, 1)).toList());
        int served = 0;
        for (int beat = 0; !calls.isEmpty(); beat++) {
            for (int left = calls.size(); left > 0; left--) {
                Call call = calls.remove();
                if (call.due() > beat) {
                    calls.add(call);
                } else if (isServed(sandbox, client, contacts)) {
                    served++;
                } else if (call.tries() < TRIES) {
                    calls.add(new Call(beat + PAUSE, call.tries() + 1));
                }
            }
            sandbox.letPass(BEAT);
        }
        sandbox.letPass(BEAT.multipliedBy(LATENCY));
        return served;
    }

    private static boolean isServed(Sandbox sandbox, SandboxClient client, String contacts) {
        long before = sandbox.requests();
        long refused = sandbox.throttled();
        client.sendLater("GET", contacts, null);
        await().until(() -> sandbox.requests() > before);
        client.get("/groups"); // one thread serves them all: it is through with the other by now
        return sandbox.throttled() == refused;
    }
}
