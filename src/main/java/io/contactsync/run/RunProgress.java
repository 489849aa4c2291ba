package io.contactsync.run;

import io.contactsync.core.Outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How far one run is: told by its steps, by all mailboxes at once, and asked by whoever watches. */
final class RunProgress {

    /** So few are left that each is worth its name. */
    private static final int HANDFUL = 5;
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(1);

    private final String id;
    private final String kind;
    private final Clock clock;
    private final LongSupplier throttled;
    private final Instant began;

    private final Map<String, OpenMailbox> open = new ConcurrentHashMap<>();
    private final Beats beats;
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final LongAdder planned = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder settled = new LongAdder();
    private volatile Progress.Phase phase = Progress.Phase.SOURCES;
    private volatile String doing = "";
    private volatile int targets;
    private volatile Instant writing;
    private volatile Supplier<String> standing = () -> "";
    private Remaining remaining;
    private Instant measured = Instant.MIN;

    /** @param throttled answers 429 since the run began */
    RunProgress(String id, String kind, Clock clock, LongSupplier throttled) {
        this.id = id;
        this.kind = kind;
        this.clock = clock;
        this.throttled = throttled;
        this.began = clock.instant();
        this.beats = new Beats(clock, began, throttled);
        this.writing = began;
    }

    /** A source is about to be read. */
    void reads(String source) {
        doing = source;
    }

    /** All sources were read. */
    void listsTargets() {
        doing = "";
        phase = Progress.Phase.TARGETS;
    }

    void begins(int mailboxes) {
        targets = mailboxes;
        writing = clock.instant();
        phase = Progress.Phase.MAILBOXES;
    }

    /** @param sentence why nothing goes on, if it does not; empty if it does */
    void stands(Supplier<String> sentence) {
        standing = sentence;
    }

    void ends() {
        phase = Progress.Phase.ENDING;
    }

    void over() {
        phase = Progress.Phase.OVER;
    }

    /** A mailbox's turn has come. */
    void began(String mailbox) {
        open.put(mailbox, new OpenMailbox(mailbox, clock.instant()));
    }

    void planned(String mailbox, int changes) {
        OpenMailbox one = open.get(mailbox);
        if (one != null && !one.isPlanned()) {
            one.plan(changes, clock.instant());
            read.incrementAndGet();
            planned.add(changes);
        }
    }

    /** What became of changes; one that will be tried again has not come to its end. */
    void came(String mailbox, Collection<Outcome> outcomes) {
        long ended = outcomes.stream().filter(outcome -> outcome.kind() != Outcome.Kind.RETRY_LATER).count();
        settle(open.get(mailbox), (int) ended);
        done.add(outcomes.stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.RETRY_LATER && outcome.kind() != Outcome.Kind.LEFT)
                .count());
        beats.came(outcomes);
    }

    private void settle(OpenMailbox one, int changes) {
        if (one != null) {
            one.come(changes);
            settled.add(changes);
        }
    }

    void waits(String mailbox, Instant until) {
        OpenMailbox one = open.get(mailbox);
        if (one != null) {
            one.waitUntil(until);
        }
    }

    /** A mailbox is through. What of its plan has not come to an end by now is left for the next run. */
    void ended(String mailbox) {
        OpenMailbox one = open.remove(mailbox);
        if (one == null || !one.isPlanned()) {
            read.incrementAndGet();
        } else if (!isPlan()) {
            settled.add(one.rest());
        }
        finished.incrementAndGet();
        beats.ended();
    }

    private boolean isPlan() {
        return kind.equals(RunReport.PLAN);
    }

    /** The seconds so far. */
    List<Beat> beats() {
        return beats.list();
    }

    int targets() {
        return targets;
    }

    /** @param called what people call a mailbox */
    Progress now(UnaryOperator<String> called) {
        Instant now = clock.instant();
        Duration left = phase == Progress.Phase.MAILBOXES ? left(now) : null;
        return new Progress(id, kind, phase, doing, Duration.between(began, now), targets, read.get(), finished.get(),
                planned.sum(), done.sum(), throttled.getAsLong(), beats.perSecond(), left, waiting(now, called),
                phase == Progress.Phase.MAILBOXES ? standing.get() : "");
    }

    private synchronized Duration left(Instant now) {
        if (measured.equals(Instant.MIN) || Duration.between(measured, now).compareTo(MEASURED_EVERY) >= 0) {
            measured = now;
            remaining = Remaining.next(remaining, Remaining.measure(known(now)), now);
        }
        return remaining == null ? null : remaining.now(now);
    }

    /** A plan ends before the first write: only reading takes time. */
    private Remaining.Known known(Instant now) {
        Duration running = Duration.between(writing, now);
        Duration slowest =
                open.values().stream().map(one -> one.left(now)).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return isPlan() ? new Remaining.Known(targets, read.get(), 0, 0, 0, running, Duration.ZERO)
                : new Remaining.Known(targets, read.get(), planned.sum(), settled.sum(), rate(running), running,
                        slowest);
    }

    /**
     * Where nothing at all was done in the last seconds, the average since the first mailbox, which falls as time goes
     * by.
     */
    private double rate(Duration running) {
        double lately = beats.perSecond();
        return lately > 0 || running.isZero() ? lately : settled.sum() * 1000.0 / running.toMillis();
    }

    private List<Progress.Waiting> waiting(Instant now, UnaryOperator<String> called) {
        boolean few = targets - finished.get() < HANDFUL;
        return open.values().stream().filter(one -> !one.told(now).isZero() || few && one.age(now).compareTo(SLOW) >= 0)
                .sorted(Comparator.comparing((OpenMailbox one) -> one.age(now)).reversed()
                        .thenComparing(OpenMailbox::id))
                .limit(HANDFUL)
                .map(one -> new Progress.Waiting(called.apply(one.id()), one.percent(), one.told(now))).toList();
    }
}
