package io.contactsync.run;

import io.micrometer.core.instrument.Metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the mailboxes that a worker has begun, for its page, and for Micrometer's global registry as
 * {@code contactsync.worker.mailboxes} by result: as the coordinator took them back, or lost. Told by many threads at
 * once.
 */
final class GivenBack {

    /** The coordinator has not taken it back: there it counts as unclear, and settles. */
    static final String LOST = "lost";

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void count(String result) {
        counts.merge(result, 1L, Long::sum);
        Metrics.counter("contactsync.worker.mailboxes", "result", result).increment();
    }

    /** The same in words. */
    synchronized String told() {
        String back = counts.entrySet().stream().filter(each -> !each.getKey().equals(LOST))
                .map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining(", "));
        long lost = counts.getOrDefault(LOST, 0L);
        return "since the start " + (back.isEmpty() ? "none was given back" : "given back: " + back)
                + (lost == 0 ? "" : "; not taken back, and left to settle: " + lost);
    }
}
