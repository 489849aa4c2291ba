package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.HashMap;
import java.util.Map;

/**
 * Graph's limits for one app: requests at a time, requests and bytes in a span of time for each mailbox, resource units
 * for the directory, requests to all services. What is refused is told when to come again. Requests of all kinds count,
 * refused ones too. Used by one thread.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">service-specific throttling limits</a>
 */
public final class Throttle {
    private final ThrottleLimits limits;
    private final boolean restarts;
    private final boolean own;
    private final Lane shared;
    private final Window app;
    private final Closing appClosing;
    private final UnitBudget directory;
    private final Map<String, Gate> gates = new HashMap<>();

    /**
     * @param users how many the tenant has
     * @param scope whom the directory limits, as it says in x-ms-throttle-scope
     */
    public Throttle(ThrottleLimits limits, GraphReadings readings, int users, String scope) {
        this.limits = limits;
        this.restarts = readings.is(GraphReading.EARLY_RETRY, "restarts");
        this.own = readings.is(GraphReading.CONCURRENCY_WINDOW, "call");
        this.shared = readings.is(GraphReading.CONCURRENCY, "app") ? new Lane() : null;
        this.app = window(ThrottleLimit.APP_REQUESTS, ThrottleLimit.APP_SECONDS);
        this.appClosing = new Closing(restarts);
        this.directory = new UnitBudget(limits, users, restarts, scope);
    }

    /**
     * Asks for admission of one request.
     *
     * @param mailbox the mailbox concerned, or null for the directory
     * @return null if admitted, to be given back by {@link #leave}
     */
    Refusal enter(String mailbox, ServiceRequest request, long nowMillis) {
        boolean many = app.over(1, nowMillis);
        Refusal early = appClosing.tooEarly(nowMillis);
        if (early != null || many) {
            return early != null ? early : appClosing.shut(Refusal.Why.REQUESTS, app.left(nowMillis), nowMillis);
        }
        if (mailbox == null) {
            return directory.enter(ResourceUnits.of(request), nowMillis);
        }
        return gates.computeIfAbsent(mailbox, any -> new Gate()).enter(uploaded(request), nowMillis);
    }

    void leave(String mailbox) {
        if (mailbox != null) {
            gates.get(mailbox).lane.inFlight--;
        }
    }

    /** The answer with the headers in which the directory tells of its limits. */
    ServiceResponse priced(ServiceResponse answer, ServiceRequest request, long nowMillis) {
        return directory.priced(answer, request, nowMillis);
    }

    ServiceResponse refused(Refusal refusal) {
        return refusal.why() == Refusal.Why.UNITS ? directory.refused(refusal) : refusal.response();
    }

    private Window window(ThrottleLimit most, ThrottleLimit seconds) {
        return new Window(limits.of(most), limits.of(seconds));
    }

    private static int uploaded(ServiceRequest request) {
        return switch (request.method()) {
            case "POST", "PATCH", "PUT" -> request.bytes().length;
            default -> 0;
        };
    }

    /** The app at one mailbox. */
    private final class Gate {
        private final Window requests = window(ThrottleLimit.MAILBOX_REQUESTS, ThrottleLimit.MAILBOX_SECONDS);
        private final Window upload = window(ThrottleLimit.UPLOAD_BYTES, ThrottleLimit.UPLOAD_SECONDS);
        private final Closing closing = new Closing(restarts);
        private final Lane lane = shared == null ? new Lane() : shared;

        Refusal enter(int bytes, long now) {
            boolean many = requests.over(1, now);
            boolean heavy = upload.over(bytes, now);
            Refusal early = closing.tooEarly(now);
            if (early != null) {
                return early;
            }
            if (many) {
                return closing.shut(Refusal.Why.REQUESTS, requests.left(now), now);
            }
            return heavy ? closing.shut(Refusal.Why.UPLOAD, upload.left(now), now) : lane.enter(now);
        }
    }

    /** Requests at a time. Whoever was refused alone is not known when it comes again. */
    private final class Lane {
        private final long width = limits.of(ThrottleLimit.CONCURRENT);
        private final Closing closing = new Closing(restarts);
        private int inFlight;

        Refusal enter(long now) {
            Refusal early = closing.tooEarly(now);
            if (early != null) {
                return early;
            }
            if (inFlight >= width) {
                long pause = limits.of(ThrottleLimit.PAUSE_SECONDS) * 1000;
                return own ? Refusal.after(Refusal.Why.CONCURRENCY, pause)
                        : closing.shut(Refusal.Why.CONCURRENCY, pause, now);
            }
            inFlight++;
            return null;
        }
    }
}
