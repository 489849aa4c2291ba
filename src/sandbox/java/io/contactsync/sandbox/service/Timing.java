package io.contactsync.sandbox.service;

import java.util.SplittableRandom;

/** How long each request takes. The same requests in the same order take the same times. Used by one thread. */
public final class Timing {
    private static final long SEED = 1;
    private final Latency latency;
    private final SlowMailboxes slow;
    private final SplittableRandom random = new SplittableRandom(SEED);

    public Timing(Latency latency, SlowMailboxes slow) {
        this.latency = latency;
        this.slow = slow;
    }

    /** @param mailbox id of the mailbox concerned, or null for the directory */
    long millis(String mailbox) {
        long each = latency.millis(random);
        return mailbox != null && slow.include(mailbox) ? each + slow.more().toMillis() : each;
    }
}
