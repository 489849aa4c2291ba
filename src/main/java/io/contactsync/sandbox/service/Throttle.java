package io.contactsync.sandbox.service;

import java.util.HashMap;
import java.util.Map;

/**
 * Graph's limits: four requests at a time and 10,000 in ten minutes for an app and a mailbox, 130,000 in ten seconds for an app.
 * What is refused is told when to come again, and is refused until then, for the whole mailbox. Requests of all kinds count, refused
 * ones too. Used by one thread.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">service-specific throttling limits, Outlook and global</a>
 */
public final class Throttle {
    static final long ADMITTED = 0;
    private final Limits limits;
    private final Map<String, Gate> gates = new HashMap<>();
    private final Gate app = new Gate();

    /**
     * @param concurrent     requests at a time per mailbox
     * @param mailbox        requests per mailbox and mailboxMillis
     * @param app            requests of the app per appMillis
     * @param pauseSeconds   Retry-After of a request too many at a time; the service mostly says 1 (msgraph-sdk-javascript, issue 297)
     */
    public record Limits(int concurrent, int mailbox, long mailboxMillis, int app, long appMillis, long pauseSeconds) {
        public static final Limits PUBLISHED = new Limits(4, 10_000, 600_000, 130_000, 10_000, 1);
    }

    public Throttle(Limits limits) {
        this.limits = limits;
    }

    /**
     * Asks for admission of one request.
     *
     * @param mailbox the mailbox concerned, or null
     * @return {@link #ADMITTED}, to be given back by {@link #leave}, or the seconds to wait
     */
    long enter(String mailbox, long nowMillis) {
        long wait = app.count(nowMillis, limits.app(), limits.appMillis());
        if (mailbox != null && wait == ADMITTED) {
            Gate gate = gates.computeIfAbsent(mailbox, any -> new Gate());
            wait = gate.count(nowMillis, limits.mailbox(), limits.mailboxMillis());
            wait = wait == ADMITTED ? gate.admit(nowMillis, limits) : wait;
        }
        return wait;
    }

    void leave(String mailbox) {
        if (mailbox != null) {
            gates.get(mailbox).inFlight--;
        }
    }

    /** One counter: requests in the current window, requests in flight, and until when nothing is admitted. */
    private static final class Gate {
        private long windowEnds = Long.MIN_VALUE;
        private int counted;
        private int inFlight;
        private long closedUntil = Long.MIN_VALUE;

        long count(long now, int most, long window) {
            if (now >= windowEnds) {
                windowEnds = now + window;
                counted = 0;
            }
            if (++counted > most) {
                closedUntil = windowEnds;
            }
            return remaining(now);
        }

        long admit(long now, Limits limits) {
            if (inFlight >= limits.concurrent()) {
                closedUntil = now + limits.pauseSeconds() * 1000;
                return limits.pauseSeconds();
            }
            inFlight++;
            return ADMITTED;
        }

        private long remaining(long now) {
            return now >= closedUntil ? ADMITTED : (closedUntil - now + 999) / 1000;
        }
    }
}
