package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.GraphErrors;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * What goes wrong, on request: {@code faults.when(r -> r.isBatch()).after(2).times(1).refuse(503)}. A rule is in force from the moment its
 * last method is called; the first rule that fits takes the request. May be used from any thread.
 */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** A rule for the requests that fit: single ones, batches and requests inside batches alike. */
    public Rule when(Predicate<GraphRequest> fits) {
        return new Rule(fits, 0, 1);
    }

    /** A rule for whole batches. */
    public Rule whenBatch() {
        return when(GraphRequest::isBatch);
    }

    /** A rule for requests of that method inside batches. */
    public Rule whenInBatch(String method) {
        return when(request -> request.inBatch() && request.method().equals(method));
    }

    /** Ends all rules. */
    public void clear() {
        faults.clear();
    }

    /** The rule this request falls under, or null; falling under it uses it up by one. */
    Fault take(GraphRequest request) {
        for (Fault fault : faults) {
            if (fault.takes(request)) {
                return fault;
            }
        }
        return null;
    }

    /**
     * @param applied whether the request takes effect
     * @param instead the answer in place of the right one, or null
     * @param delay   time added to the latency
     */
    record Fault(Predicate<GraphRequest> fits, AtomicInteger skip, AtomicInteger left, boolean applied, GraphResponse instead,
                 GraphResponse.Delivery delivery, Duration delay) {

        boolean takes(GraphRequest request) {
            if (left.get() <= 0 || !fits.test(request) || skip.getAndDecrement() > 0) {
                return false;
            }
            return left.getAndDecrement() > 0;
        }

        GraphResponse on(GraphResponse right) {
            return (instead == null ? right : instead.asFault()).with(delivery);
        }
    }

    /** A rule being worded: which of the fitting requests it takes, and then what becomes of them. */
    public final class Rule {
        private final Predicate<GraphRequest> fits;
        private final int skip;
        private final int times;

        private Rule(Predicate<GraphRequest> fits, int skip, int times) {
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
            add(false, error(status), GraphResponse.Delivery.ANSWER, Duration.ZERO);
        }

        /** Refused and not applied, with Retry-After. */
        public void refuse(int status, int retryAfterSeconds) {
            add(false, error(status).with("Retry-After", Integer.toString(retryAfterSeconds)), GraphResponse.Delivery.ANSWER, Duration.ZERO);
        }

        /** Refused and not applied, with code and message of one's own. */
        public void refuse(int status, String code, String message) {
            add(false, GraphErrors.response(status, code, message), GraphResponse.Delivery.ANSWER, Duration.ZERO);
        }

        /** Refused and not applied, with a body of one's own, or none if null (an empty 503 has been seen in the wild). */
        public void refuseWith(int status, String body) {
            byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
            add(false, GraphResponse.of(status, Map.of(), bytes), GraphResponse.Delivery.ANSWER, Duration.ZERO);
        }

        /** Applied, and then answered with that status: a 504 whose request took effect. */
        public void applyThenRefuse(int status) {
            add(true, error(status), GraphResponse.Delivery.ANSWER, Duration.ZERO);
        }

        /** Applied, and then the connection breaks: the answer, of a whole batch if it was inside one, is lost. */
        public void applyThenDrop() {
            add(true, null, GraphResponse.Delivery.DROP_CONNECTION, Duration.ZERO);
        }

        /** The connection breaks and nothing is applied. */
        public void drop() {
            add(false, error(503), GraphResponse.Delivery.DROP_CONNECTION, Duration.ZERO);
        }

        /** Applied, but missing among the answers of its batch. */
        public void applyThenOmit() {
            add(true, null, GraphResponse.Delivery.OMIT, Duration.ZERO);
        }

        /** Applied and answered, later than others. */
        public void delay(Duration more) {
            add(true, null, GraphResponse.Delivery.ANSWER, more);
        }

        private void add(boolean applied, GraphResponse instead, GraphResponse.Delivery delivery, Duration delay) {
            faults.add(new Fault(fits, new AtomicInteger(skip), new AtomicInteger(times), applied, instead, delivery, delay));
        }
    }

    /** Codes seen with these statuses (Learn: Microsoft Graph error responses; microsoft-graph-docs, issues 5288 and 5853 for 503 and 504). */
    private static GraphResponse error(int status) {
        return switch (status) {
            case 401 -> GraphErrors.response(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
            case 404 -> GraphErrors.response(404, "MailboxNotEnabledForRESTAPI",
                "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
            case 412 -> GraphErrors.response(412, "ErrorIrresolvableConflict", "The send or update operation could not be performed because "
                + "the change key passed in the request does not match the current change key for the item.");
            case 429 -> GraphErrors.response(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");
            case 500 -> GraphErrors.response(500, "ErrorInternalServerTransientError", "An internal server error occurred. The operation failed.");
            default -> GraphErrors.response(status, "UnknownError", "");
        };
    }
}
