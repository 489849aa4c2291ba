package io.contactsync.sandbox.service;

import java.time.Duration;

/**
 * Mailboxes whose every request takes longer, chosen by their id: the same ones in each run.
 *
 * @param percent of all mailboxes
 * @param more    time added to each request
 */
public record SlowMailboxes(double percent, Duration more) {
    public static final SlowMailboxes NONE = new SlowMailboxes(0, Duration.ZERO);
    private static final int PARTS = 10_000;

    public SlowMailboxes {
        if (percent < 0 || percent > 100 || more.isNegative()) {
            throw new IllegalArgumentException("slow mailboxes are 0 to 100 % and slower by 0 or more - was " + percent
                    + " % and " + more.toMillis() + " ms");
        }
    }

    /**
     * @param text such as {@code 1%:30s} or {@code 0.5%:800ms}
     * @throws IllegalArgumentException a sentence that names what was found and what is allowed
     */
    public static SlowMailboxes parse(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,2})?%:\\d{1,9}(s|ms)")) {
            throw new IllegalArgumentException(
                    "slow mailboxes are <percent>%:<seconds>s or <percent>%:<milliseconds>ms - was '" + text + "'");
        }
        String[] parts = text.split("%:");
        boolean millis = parts[1].endsWith("ms");
        long time = Long.parseLong(parts[1].replaceAll("\\D", ""));
        return new SlowMailboxes(Double.parseDouble(parts[0]),
                millis ? Duration.ofMillis(time) : Duration.ofSeconds(time));
    }

    /** Whether that mailbox is one of them. */
    public boolean include(String mailboxId) {
        return percent > 0 && Math.floorMod(spread(mailboxId.hashCode()), PARTS) < percent * PARTS / 100;
    }

    /** Ids that differ little have hash codes that differ little. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
