package io.contactsync.microsoftgraph;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import org.apache.hc.core5.http.HttpHost;

/**
 * The one door to Graph: permits of the mailboxes, pace, token, one call on the wire, and after a 401 one fresh token
 * and one repetition. Nothing else is ever repeated here.
 */
record GraphClient(HttpHost target, HttpEngine engine, GraphTokenProvider tokens, MailboxLanes lanes,
        MailboxSpeeds speeds, FlightGate flight, Pace pace, Fences fences, Waiter waiter, GraphMeters meters,
        ServerClock serverClock) {

    private static final Object UNAUTHORIZED = new Object();

    /** Sends the call and reads the answer, whatever its status. */
    @SuppressWarnings({"try", "unchecked"})
    <T> T call(GraphCall call, WireAnswer.Reader<T> reader) {
        try (MailboxLanes.Lease lease = lanes.acquire(call.mailboxes())) {
            String token = ready(call, null);
            Object result = once(call, token, answer -> answer.status() == 401 ? UNAUTHORIZED : reader.read(answer));
            if (result != UNAUTHORIZED) {
                return (T) result;
            }
            return once(call, ready(call, token), reader);
        } catch (InterruptedException e) {
            throw Waiter.interrupted();
        }
    }

    /** The same for reads, repeated as the policy says; a null policy repeats nothing. */
    <T> T read(GraphCall call, GraphRetryPolicy policy, WireAnswer.Reader<T> reader) {
        for (int retry = 1;; retry++) {
            try {
                return call(call, reader);
            } catch (GraphException e) {
                Duration delay = policy == null ? null : policy.delayBefore(retry, e);
                if (delay == null) {
                    throw e;
                }
                waiter.await(delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    private String ready(GraphCall call, String rejected) throws InterruptedException {
        waiter.check();
        String token = tokens.accessToken(rejected);
        pace.take(call.requests(), call.mailboxes().keySet());
        waiter.check();
        return token;
    }

    /** Waits for a place among the calls under way, outside of every fence. */
    private void takePlace(GraphCall call) throws InterruptedException {
        flight.enter(call, waiter);
        while (Math.max(fences.remaining(waiter.now()),
                fences.remaining(call.mailboxes().keySet(), waiter.now())) > 0) { // fenced while waiting
            flight.leave(call);
            pace.take(call.requests(), call.mailboxes().keySet());
            flight.enter(call, waiter);
        }
    }

    private <T> T once(GraphCall call, String token, WireAnswer.Reader<T> reader) throws InterruptedException {
        takePlace(call);
        Timer.Sample sample = meters.begin(call.requests());
        boolean[] counted = new boolean[1];
        long began = waiter.now();
        try {
            return engine.execute(wire(call, token), answer -> {
                took(call, waiter.now() - began);
                counted[0] = observe(call, answer);
                T result = reader.read(answer);
                counted[0] = true;
                return result;
            });
        } catch (GraphException e) {
            if (GraphFailure.TIMEOUT.equals(e.code())) {
                speeds.took(call.mailboxes(), waiter.now() - began);
            }
            throw e;
        } finally {
            flight.leave(call);
            meters.end(call.operation(), sample);
            meters.answered(call.operation(), 0, counted[0] ? 0 : call.requests());
        }
    }

    private void took(GraphCall call, long nanos) {
        speeds.took(call.mailboxes(), nanos);
        flight.answered(call, nanos);
    }

    /**
     * Notes status and Retry-After; returns false if the answer's requests are counted one by one by whoever reads it.
     */
    private boolean observe(GraphCall call, WireAnswer answer) {
        int status = answer.status();
        serverClock.hear(answer);
        if (call.operation() == MicrosoftGraphOperation.batch && BatchOperation.readable(status)) {
            return false;
        }
        if (status == 429 || status == 503) {
            flight.refused(call.requests());
        }
        Duration wait = status >= 400 ? answer.retryAfter() : null;
        if (wait != null) {
            fence(call, answer, wait);
        }
        meters.answered(call.operation(), status, call.requests());
        return true;
    }

    private void fence(GraphCall call, WireAnswer answer, Duration wait) {
        String scope = answer.header("x-ms-throttle-scope");
        if (call.concernsAll() || scope != null && (scope.startsWith("Tenant") || scope.startsWith("Application"))) {
            fences.fenceAll(waiter.now(), wait.toNanos());
        } else {
            fence(call.mailboxes().keySet(), wait);
        }
    }

    /** How long nothing at all may be sent. */
    Duration pause() {
        return Duration.ofNanos(fences.remaining(waiter.now()));
    }

    /** How long nothing may be sent to a mailbox, whatever the others may. */
    Duration pause(String mailbox) {
        return Duration.ofNanos(fences.remaining(Set.of(mailbox.toLowerCase(Locale.ROOT)), waiter.now()));
    }

    /** Lets nothing at all go for so long. */
    void pause(Duration told) {
        fences.fenceAll(waiter.now(), told.toNanos());
    }

    /** Lets nothing go to these mailboxes for so long; null = no wait. */
    void fence(Set<String> mailboxes, Duration wait) {
        if (wait != null) {
            mailboxes.forEach(mailbox -> fences.fence(mailbox, waiter.now(), wait.toNanos()));
        }
    }

    private WireCall wire(GraphCall call, String token) {
        String id = FastUuid.next();
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("Authorization", "Bearer " + token);
        headers.put("Accept", "application/json");
        headers.put("client-request-id", id);
        return new WireCall(call.what(), target, call.method(), call.path(), headers, call.body(), call.length(),
                "application/json", speeds.limitMillis(call.mailboxes(), call.timeoutMillis()), id,
                () -> waiter.last(call.mailboxes().keySet()));
    }
}
