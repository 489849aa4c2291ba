package io.contactsync.microsoftgraph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts what goes over the wire, for Micrometer and for {@link GraphStatistics}. */
final class GraphMeters {

    /** A mailbox that is full is no trouble of the service. */
    private static final int FULL = 507;

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder requests = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder troubled = new LongAdder();
    private final Counter throttledMeter;
    private final Gauge inFlightMeter;
    private final Map<MicrosoftGraphOperation, Map<Integer, Counter>> counters = new ConcurrentHashMap<>();
    private final Map<MicrosoftGraphOperation, Timer> timers = new ConcurrentHashMap<>();

    GraphMeters(MeterRegistry registry) {
        this.registry = registry;
        this.throttledMeter = registry.counter("contactsync.graph.throttled");
        this.inFlightMeter = Gauge.builder("contactsync.graph.in.flight", inFlight, AtomicInteger::get)
                .description("HTTP calls under way").register(registry);
    }

    /** A call goes out, with so many requests in it. */
    Timer.Sample begin(int size) {
        inFlight.incrementAndGet();
        calls.increment();
        requests.add(size);
        return Timer.start(registry);
    }

    void end(MicrosoftGraphOperation operation, Timer.Sample sample) {
        inFlight.decrementAndGet();
        sample.stop(timers.computeIfAbsent(operation,
                o -> registry.timer("contactsync.graph.request.duration", "operation", o.name())));
    }

    /** What became of so many requests; status 0 = no answer. */
    void answered(MicrosoftGraphOperation operation, int status, int count) {
        if (count == 0) {
            return;
        }
        counters.computeIfAbsent(operation, o -> new ConcurrentHashMap<>())
                .computeIfAbsent(status,
                        s -> registry.counter("contactsync.graph.requests", "operation", operation.name(), "status",
                                String.valueOf(s)))
                .increment(count);
        if (status == GraphFailure.THROTTLED || status == 0 || status >= 500 && status != FULL) {
            troubled.add(count);
        }
        if (status == GraphFailure.THROTTLED) {
            throttled.add(count);
            throttledMeter.increment(count);
        }
    }

    /** The gauge goes, the counters stay: they count on after a restart. */
    void close() {
        registry.remove(inFlightMeter);
    }

    int inFlight() {
        return inFlight.get();
    }

    GraphStatistics statistics() {
        return new GraphStatistics(requests.sum(), calls.sum(), throttled.sum(), troubled.sum());
    }
}
