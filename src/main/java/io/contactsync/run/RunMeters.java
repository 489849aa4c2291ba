package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.journal.KnownHold;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What runs do, for Micrometer's global registry: {@code contactsync.runs} by mode and exit,
 * {@code contactsync.run.duration}, {@code contactsync.last.success.timestamp.seconds} (end of the last run that did
 * not fail, seconds since 1970; 0 before the first), {@code contactsync.mailboxes} by status, {@code contactsync.holds}
 * (what waits, by kind and decision), {@code contactsync.changes} by kind and result. What goes over the wire is
 * counted by the component ({@code contactsync.graph.requests} by status, {@code contactsync.graph.throttled},
 * {@code contactsync.graph.in.flight}, {@code contactsync.graph.request.duration}). Where one process serves several
 * tenants, each bears its name as {@code tenant}.
 */
final class RunMeters {

    private static final Map<String, RunMeters> ALL = new ConcurrentHashMap<>();

    private final Tags tenant;
    private final AtomicLong lastSuccess;
    private final Map<String, AtomicLong> holds = new HashMap<>();
    private final Map<Action, Map<Outcome.Kind, Counter>> changes = new ConcurrentHashMap<>();

    private RunMeters(String tenant) {
        this.tenant = tenant.isEmpty() ? Tags.empty() : Tags.of("tenant", tenant);
        lastSuccess = Metrics.gauge("contactsync.last.success.timestamp.seconds", this.tenant, new AtomicLong());
        for (Hold.Kind kind : Hold.Kind.values()) {
            for (KnownHold.Word decision : KnownHold.Word.values()) {
                holds.put(kind.word() + " " + decision.text(), Metrics.gauge("contactsync.holds",
                        this.tenant.and("kind", kind.word(), "decision", decision.text()), new AtomicLong()));
            }
        }
    }

    /** Those of one tenant, of all its runs in this process. */
    static RunMeters of(RunSettings settings) {
        return ALL.computeIfAbsent(settings.tenant(), RunMeters::new);
    }

    /** What was counted of this tenant is shown no longer. */
    void forget() {
        ALL.values().remove(this);
        List<Meter> own = Metrics.globalRegistry.getMeters().stream()
                .filter(meter -> tenant.stream().anyMatch(meter.getId().getTags()::contains)).toList();
        own.forEach(Metrics.globalRegistry::remove);
    }

    /** From now on what watches a service sees that there was no run yet. */
    void begin() {
        count("contactsync.runs", "mode", "sync", "exit", Integer.toString(ExitCode.DONE));
    }

    void ended(RunReport summary, LastRun last) {
        succeeded(last);
        count("contactsync.runs", "mode", summary.mode(), "exit", Integer.toString(summary.exit())).increment();
        Metrics.timer("contactsync.run.duration", tenant).record(summary.took());
    }

    void succeeded(LastRun last) {
        if (!last.isFailed()) {
            lastSuccess.set(last.at().getEpochSecond());
        }
    }

    /** What waits now. */
    void holds(List<KnownHold> open) {
        Map<String, Long> counts = open.stream()
                .collect(Collectors.groupingBy(hold -> hold.kind().word() + " " + hold.word().text(),
                        Collectors.counting()));
        holds.forEach((name, gauge) -> gauge.set(counts.getOrDefault(name, 0L)));
    }

    void ended(MailboxResult result) {
        count("contactsync.mailboxes", "status", result.status().word()).increment();
    }

    /** One for each contact: its counter is looked up by no name. */
    void came(Outcome outcome) {
        Action action = outcome.change().action();
        changes.computeIfAbsent(action, any -> new ConcurrentHashMap<>()).computeIfAbsent(outcome.kind(),
                kind -> count("contactsync.changes", "kind", action.word(), "result", kind.word())).increment();
    }

    private Counter count(String name, String... tags) {
        return Metrics.counter(name, tenant.and(tags));
    }
}
