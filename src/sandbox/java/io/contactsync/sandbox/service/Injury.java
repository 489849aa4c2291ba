package io.contactsync.sandbox.service;

import io.contactsync.sandbox.faults.Effect;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** Leads a request through what befalls it: the one place where faults meet requests of any kind. */
record Injury(Delays delays) {

    /** The way an unharmed request goes, with time added. */
    @FunctionalInterface
    interface Way {
        void go(ServiceRequest request, Duration more, Consumer<ServiceResponse> done);
    }

    /**
     * @param late carries out what takes effect when nobody waits for it any more; it was let in long ago and counts no
     * more
     */
    void carry(Effect fault, ServiceRequest request, Way way, Consumer<ServiceRequest> late,
            Consumer<ServiceResponse> done) {
        ServiceRequest sent = fault.before().apply(request);
        if (fault.applied()) {
            way.go(sent, fault.delay(), right -> done.accept(fault.answer(right)));
            return;
        }
        delays.after(fault.delay().toMillis(), () -> done.accept(fault.answer(null)));
        if (fault.late() != null) {
            delays.after(fault.delay().plus(fault.late()).toMillis(), () -> late.accept(sent));
        }
    }

    /** Goes a way that takes no time of its own. */
    void after(Duration time, Runnable task) {
        delays.after(time.toMillis(), task);
    }
}
