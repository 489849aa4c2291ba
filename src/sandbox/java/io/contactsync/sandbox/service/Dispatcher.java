package io.contactsync.sandbox.service;

import io.contactsync.sandbox.api.GraphApi;
import io.contactsync.sandbox.faults.Effect;
import io.contactsync.sandbox.faults.Faults;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Tenant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Leads each single request through faults, throttle and latency to the service. Used by one thread, counters apart.
 */
public final class Dispatcher {
    private final GraphApi api;
    private final Tenant tenant;
    private final Faults faults;
    private final Throttle throttle;
    private final Delays delays;
    private final Timing timing;
    private final Injury injury;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong throttled = new AtomicLong();

    public Dispatcher(GraphApi api, Tenant tenant, Faults faults, Throttle throttle, Delays delays, Timing timing) {
        this.api = api;
        this.tenant = tenant;
        this.faults = faults;
        this.throttle = throttle;
        this.delays = delays;
        this.timing = timing;
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

    void dispatch(ServiceRequest request, Consumer<ServiceResponse> done) {
        requests.incrementAndGet();
        Effect fault = faults.take(request);
        if (fault == null) {
            admit(request, 0, done);
        } else {
            injury.carry(fault, request, (sent, more, then) -> admit(sent, more.toMillis(), then), api::handle, done);
        }
    }

    private void admit(ServiceRequest request, long more, Consumer<ServiceResponse> done) {
        String mailbox = mailbox(request);
        Refusal refusal = throttle.enter(mailbox, request, delays.now());
        if (refusal != null) {
            throttled.incrementAndGet();
            done.accept(throttle.refused(refusal));
            return;
        }
        delays.after(timing.millis(mailbox) + more, () -> {
            ServiceResponse response = answer(request, mailbox);
            throttle.leave(mailbox);
            done.accept(response);
        });
    }

    /** Carries what is no single request through its fault. */
    Injury injury() {
        return injury;
    }

    private ServiceResponse answer(ServiceRequest request, String mailbox) {
        ServiceResponse response = api.handle(request);
        return mailbox == null ? throttle.priced(response, request, delays.now()) : response;
    }

    private String mailbox(ServiceRequest request) {
        String named = request.mailbox();
        return named == null ? null : tenant.idOf(named);
    }
}
