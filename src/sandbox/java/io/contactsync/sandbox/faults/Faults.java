package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What goes wrong, on request: {@code faults.when(r -> r.isBatch()).after(2).times(1).refuse(503)}. A rule is in force
 * from the moment its last method is called; the first rule that fits takes the request, and a plan takes those that no
 * rule takes. May be used from any thread.
 */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final LongSupplier nanos;
    private volatile PlannedFaults plan;

    /** @param nanos a clock that only goes forward */
    public Faults(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A rule for the requests to Graph that fit: single ones, batches and requests inside batches alike. */
    public Rule when(Predicate<ServiceRequest> fits) {
        return new Rule(fits, 0, 1);
    }

    /** A rule for whole batches. */
    public Rule whenBatch() {
        return when(ServiceRequest::isBatch);
    }

    /** A rule for requests of that method inside batches. */
    public Rule whenInBatch(String method) {
        return when(request -> request.inBatch() && request.method().equals(method));
    }

    /** Puts a plan in force, from its beginning, in place of the one before. */
    public void follow(FaultPlan faultPlan, Surroundings surroundings) {
        plan = new PlannedFaults(faultPlan, surroundings, nanos);
    }

    /** How often the rules of the plan in force have acted so far. */
    public long befallen() {
        PlannedFaults now = plan;
        return now == null ? 0 : now.befallen();
    }

    /** Ends all rules and the plan. */
    public void clear() {
        faults.clear();
        plan = null;
    }

    /** What befalls this request, or null for nothing; falling under a rule uses it up by one. */
    public Effect take(ServiceRequest request) {
        for (Fault fault : faults) {
            if (fault.takes(request)) {
                return fault.effect();
            }
        }
        PlannedFaults now = plan;
        return now == null ? null
                : now.take(request, request.isBatch() ? Place.BATCH : request.inBatch() ? Place.INSIDE : Place.ALONE);
    }

    /** What befalls this request to the token endpoint, or null; only a plan speaks of those. */
    public Effect takeToken(ServiceRequest request) {
        PlannedFaults now = plan;
        return now == null ? null : now.take(request, Place.TOKEN);
    }

    private record Fault(Predicate<ServiceRequest> fits, AtomicInteger skip, AtomicInteger left, Effect effect) {

        boolean takes(ServiceRequest request) {
            if (left.get() <= 0 || !fits.test(request) || skip.getAndDecrement() > 0) {
                return false;
            }
            return left.getAndDecrement() > 0;
        }
    }

    /** A rule being worded: which of the fitting requests it takes, and then what becomes of them. */
    public final class Rule {
        private final Predicate<ServiceRequest> fits;
        private final int skip;
        private final int times;

        private Rule(Predicate<ServiceRequest> fits, int skip, int times) {
            this.fits = fits;
            this.skip = skip;
            this.times = times;
        }

        /** Lets so many fitting requests pass first. */
        public Rule after(int requests) {
            return new Rule(fits, requests, times);
        }

        /** Takes so many requests, 1 if not said. */
        public Rule times(int requests) {
            return new Rule(fits, skip, requests);
        }

        /** Refused and not applied, with the code Graph gives that status. */
        public void refuse(int status) {
            add(Effect.instead(StatusRefusals.of(status)));
        }

        /** Refused and not applied, with Retry-After. */
        public void refuse(int status, int retryAfterSeconds) {
            add(Effect.instead(StatusRefusals.of(status).withRetryAfter(retryAfterSeconds)));
        }

        /** Refused and not applied, with code and message of one's own. */
        public void refuse(int status, String code, String message) {
            add(Effect.instead(ErrorResponses.response(status, code, message)));
        }

        /**
         * Refused and not applied, with a body of one's own, or none if null (an empty 503 has been seen in the wild).
         */
        public void refuseWith(int status, String body) {
            add(Effect.instead(
                    ServiceResponse.of(status, Map.of(), body == null ? null : body.getBytes(StandardCharsets.UTF_8))));
        }

        /** Applied, and then answered with that status: a 504 whose request took effect. */
        public void applyThenRefuse(int status) {
            add(Effect.instead(StatusRefusals.of(status)).withApplied(true, null));
        }

        /** Applied, and then the connection breaks: the answer, of a whole batch if it was inside one, is lost. */
        public void applyThenDrop() {
            add(Effect.NONE.with(ServiceResponse.Delivery.DROP_CONNECTION));
        }

        /** The connection breaks and nothing is applied. */
        public void drop() {
            add(Effect.instead(StatusRefusals.of(503)).with(ServiceResponse.Delivery.DROP_CONNECTION));
        }

        /** Applied, but missing among the answers of its batch. */
        public void applyThenOmit() {
            add(Effect.NONE.with(ServiceResponse.Delivery.OMIT));
        }

        /** Applied and answered, later than others. */
        public void delay(Duration more) {
            add(Effect.slower(more));
        }

        private void add(Effect effect) {
            faults.add(new Fault(fits, new AtomicInteger(skip), new AtomicInteger(times), effect));
        }
    }
}
