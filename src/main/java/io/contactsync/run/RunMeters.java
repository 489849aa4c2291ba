package io.contactsync.run;

import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.journal.KnownHold;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What runs do, for Micrometer's global registry: {@code contactsync.runs} by mode and exit,
 * {@code contactsync.run.duration}, {@code contactsync.last.success.timestamp.seconds} (end of the last run that did
 * not fail, seconds since 1970; 0 before the first), {@code contactsync.mailboxes} by status, {@code contactsync.holds}
 * (what waits, by kind and decision), {@code contactsync.changes} by kind and result. What goes over the wire is
 * counted by the component ({@code contactsync.graph.requests} by status, {@code contactsync.graph.throttled},
 * {@code contactsync.graph.in.flight}, {@code contactsync.graph.request.duration}).
 */
final class RunMeters {

    private static final AtomicLong LAST_SUCCESS =
            Metrics.gauge("contactsync.last.success.timestamp.seconds", new AtomicLong());

    private static final Map<String, AtomicLong> HOLDS = holds();

    private RunMeters() {
    }

    /** From now on what watches a service sees that there was no run yet. */
    static void begin() {
        Metrics.counter("contactsync.runs", "mode", "sync", "exit", Integer.toString(ExitCode.DONE));
    }

    static void ended(RunReport summary, LastRun last) {
        succeeded(last);
        Metrics.counter("contactsync.runs", "mode", summary.mode(), "exit", Integer.toString(summary.exit()))
                .increment();
        Metrics.timer("contactsync.run.duration").record(summary.took());
    }

    static void succeeded(LastRun last) {
        if (!last.isFailed()) {
            LAST_SUCCESS.set(last.at().getEpochSecond());
        }
    }

    private static Map<String, AtomicLong> holds() {
        Map<String, AtomicLong> gauges = new HashMap<>();
        for (Hold.Kind kind : Hold.Kind.values()) {
            for (KnownHold.Word decision : KnownHold.Word.values()) {
                gauges.put(kind.word() + " " + decision.text(), Metrics.gauge("contactsync.holds",
                        Tags.of("kind", kind.word(), "decision", decision.text()), new AtomicLong()));
            }
        }
        return gauges;
    }

    /** What waits now. */
    static void holds(List<KnownHold> open) {
        Map<String, Long> counts = open.stream()
                .collect(Collectors.groupingBy(hold -> hold.kind().word() + " " + hold.word().text(),
                        Collectors.counting()));
        HOLDS.forEach((name, gauge) -> gauge.set(counts.getOrDefault(name, 0L)));
    }

    static void ended(MailboxResult result) {
        Metrics.counter("contactsync.mailboxes", "status", result.status().word()).increment();
    }

    static void came(Outcome outcome) {
        Metrics.counter("contactsync.changes", "kind", outcome.change().action().word(), "result",
                outcome.kind().word()).increment();
    }
}
