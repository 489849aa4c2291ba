package io.contactsync.run;

import io.contactsync.core.Outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What happened in each second of a run. Told by all mailboxes at once. */
final class Beats {

    /**
     * What a rate is measured over, in seconds: long enough for one slow batch not to show, short enough for a change
     * to.
     */
    static final int WINDOW = 10;

    private final Clock clock;
    private final Instant began;
    private final LongSupplier throttled;
    private final TreeMap<Integer, int[]> seconds = new TreeMap<>();
    private long throttledBefore;
    private int firstWrite = Integer.MAX_VALUE;

    /** @param throttled answers 429 so far, those of earlier runs included */
    Beats(Clock clock, Instant began, LongSupplier throttled) {
        this.clock = clock;
        this.began = began;
        this.throttled = throttled;
        this.throttledBefore = throttled.getAsLong();
    }

    /** Graph has answered a batch, or changes were left. */
    void came(Collection<Outcome> outcomes) {
        add((int) outcomes.stream()
                .filter(outcome -> outcome.kind().isSent() && outcome.kind() != Outcome.Kind.RETRY_LATER).count(), 0);
    }

    /** A mailbox came to its end. */
    void ended() {
        add(0, 1);
    }

    private synchronized void add(int writes, int mailboxes) {
        long now = throttled.getAsLong();
        if (writes > 0 || mailboxes > 0 || now > throttledBefore) {
            int[] second = seconds.computeIfAbsent(second(), fresh -> new int[3]);
            firstWrite = writes > 0 ? Math.min(firstWrite, second()) : firstWrite;
            second[0] += writes;
            second[1] += (int) (now - throttledBefore);
            second[2] += mailboxes;
            throttledBefore = now;
        }
    }

    private int second() {
        return (int) Math.max(0, Duration.between(began, clock.instant()).toSeconds());
    }

    /** Writes a second over the last {@value #WINDOW} whole seconds, none of them before the first write. */
    synchronized double perSecond() {
        int now = second();
        int from = Math.min(now, Math.max(firstWrite, now - WINDOW));
        int writes = seconds.subMap(from, now).values().stream().mapToInt(second -> second[0]).sum();
        return now == from ? 0 : writes / (double) (now - from);
    }

    /** All of them, in order. */
    synchronized List<Beat> list() {
        add(0, 0);
        return seconds.entrySet().stream().map(
                second -> new Beat(second.getKey(), second.getValue()[0], second.getValue()[1], second.getValue()[2]))
                .toList();
    }
}
