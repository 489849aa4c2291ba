package io.contactsync.workers;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mailboxes that a worker holds, and until when it may send there. It counts from when it wrote the letter that was
 * answered, the coordinator from when it read it: so the worker has stopped before the coordinator takes it for lost.
 */
public final class WorkerLease {

    /**
     * In seconds. A worker says every 2 s that it is there. A letter that hangs at the broker for 5 s, and then is not
     * answered in 3 s, is followed by a pause of 1 s: so it may be 13 s from one that is heard to the next, and that
     * one is to be answered in time.
     */
    private static final int SHORTEST = 15;
    private static final int LONGEST = 120;

    private volatile Duration lease = Duration.ZERO;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * How long a worker that is not heard keeps its mailboxes.
     *
     * @throws IllegalArgumentException if one that is there would be taken for lost
     */
    public static Duration ofSeconds(int seconds) {
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw new IllegalArgumentException("workers.lease-seconds must be " + SHORTEST + ".." + LONGEST + " - was '"
                    + seconds + "'; a worker of which one letter was lost is heard again after 13 s");
        }
        return Duration.ofSeconds(seconds);
    }

    /**
     * It has a mailbox.
     *
     * @param asked when it wrote the letter that asked for it
     */
    public void holds(String mailbox, String token, Instant asked, Duration given) {
        lease = given;
        tokens.put(of(mailbox), token);
        until.put(token, asked.plus(given));
    }

    /**
     * A beat was answered. A lease that was over when it was written stays so: others may have gone on meanwhile.
     *
     * @param told what it was told to hold when it was written
     * @param held what of that it still holds
     * @param written when
     */
    public void heard(Collection<String> told, Collection<String> held, Instant written) {
        told.forEach(token -> until.computeIfPresent(token,
                (same, before) -> held.contains(token) && before.isAfter(written) ? written.plus(lease) : Instant.MIN));
    }

    /** Whether it may send something to that mailbox. */
    public boolean isGood(String mailbox, Instant now) {
        Instant end = until.get(tokens.getOrDefault(of(mailbox), ""));
        return end != null && now.isBefore(end);
    }

    /** Whether it has that mailbox, or had it and is not through with it: then it asks for it no second time. */
    public boolean has(String mailbox) {
        return tokens.containsKey(of(mailbox));
    }

    /** It has the mailbox no more by that token; once more is not more. */
    public void ends(String mailbox, String token) {
        tokens.remove(of(mailbox), token);
        until.remove(token);
    }

    private static String of(String mailbox) {
        return mailbox.toLowerCase(Locale.ROOT); // as requests name it
    }

    /** By which it holds mailboxes. */
    public List<String> held() {
        return List.copyOf(until.keySet());
    }
}
