package io.contactsync.sandbox.service;

import io.contactsync.sandbox.api.GraphApi;
import io.contactsync.sandbox.faults.Effect;
import io.contactsync.sandbox.faults.Faults;
import io.contactsync.sandbox.protocol.GraphErrors;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Leads each single request through faults, throttle and latency to the service. Used by one thread, counters apart. */
public final class Dispatcher {
    private final GraphApi api;
    private final Tenant tenant;
    private final Faults faults;
    private final Throttle throttle;
    private final Delays delays;
    private final Duration latency;
    private final Injury injury;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong throttled = new AtomicLong();

    public Dispatcher(GraphApi api, Tenant tenant, Faults faults, Throttle throttle, Delays delays, Duration latency) {
        this.api = api;
        this.tenant = tenant;
        this.faults = faults;
        this.throttle = throttle;
        this.delays = delays;
        this.latency = latency;
        this.injury = new Injury(delays);
    }

    /** Requests so far, counted as Graph does: those inside a batch one by one, the batch itself not. */
    public long requests() {
        return requests.get();
    }

    /** Those of them refused by the throttle. */
    public long throttled() {
        return throttled.get();
    }

    void dispatch(GraphRequest request, Consumer<GraphResponse> done) {
        requests.incrementAndGet();
        Effect fault = faults.take(request);
        if (fault == null) {
            admit(request, latency, done);
        } else {
            injury.carry(fault, request, (sent, more, then) -> admit(sent, latency.plus(more), then), done);
        }
    }

    private void admit(GraphRequest request, Duration time, Consumer<GraphResponse> done) {
        String mailbox = mailbox(request);
        long wait = throttle.enter(mailbox, System.nanoTime() / 1_000_000);
        if (wait != Throttle.ADMITTED) {
            throttled.incrementAndGet();
            done.accept(GraphErrors.throttled(mailbox != null, wait));
            return;
        }
        delays.after(time, () -> {
            GraphResponse response = api.handle(request);
            throttle.leave(mailbox);
            done.accept(response);
        });
    }

    /** Carries what is no single request through its fault. */
    Injury injury() {
        return injury;
    }

    private String mailbox(GraphRequest request) {
        String named = request.mailbox();
        return named == null ? null : tenant.user(named).map(User::id).orElse(named);
    }
}
