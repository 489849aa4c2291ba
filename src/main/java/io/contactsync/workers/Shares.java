package io.contactsync.workers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of the pace that the application may have each worker takes: equal parts of it for all that were heard
 * lately. All of it is halved when Graph tells one of them to wait, and grows back step by step while it does not. Told
 * by many threads at once.
 */
public final class Shares {

    private static final Duration LATELY = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final double LEAST = 1.0 / 64;
    private static final double GROWTH = 1.25;

    private final Map<String, Instant> heard = new HashMap<>();
    private final Map<String, Long> throttled = new HashMap<>();
    private double all = 1;
    private Instant changed = Instant.MIN;
    private Instant paused = Instant.MIN;

    /**
     * A worker is heard.
     *
     * @param refusals how often Graph has told it to wait since it began its part of this run; one that was started
     *        again counts from 0, and a letter that comes late may halve the pace for nothing
     * @return its part of the pace, more than 0 and at most 1
     */
    public synchronized double of(String worker, long refusals, Instant now) {
        hear(worker, now);
        Long before = throttled.put(worker, refusals);
        boolean more = refusals > (before == null || refusals < before ? 0 : before);
        if (!now.isBefore(changed.plus(STEP))) {
            all = more ? Math.max(LEAST, all / 2) : Math.min(1, all * GROWTH);
            changed = more || all < 1 ? now : changed;
        }
        return all / heard.size();
    }

    /** A worker is heard that says nothing of refusals: its part of the pace. */
    public synchronized double of(String worker, Instant now) {
        return all / workers(worker, now);
    }

    /** A worker asks: how many there are. */
    public synchronized int workers(String worker, Instant now) {
        hear(worker, now);
        return heard.size();
    }

    private void hear(String worker, Instant now) {
        heard.put(worker, now);
        heard.values().removeIf(last -> last.plus(LATELY).isBefore(now));
    }

    /** Somebody was told how long the whole application is to wait: how long all are to. */
    public synchronized long pauseMillis(long told, Instant now) {
        Instant until = now.plusMillis(told);
        paused = until.isAfter(paused) ? until : paused; // at least now
        return Duration.between(now, paused).toMillis();
    }
}
