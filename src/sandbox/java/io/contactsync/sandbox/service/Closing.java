package io.contactsync.sandbox.service;

/**
 * Shut from a refusal until its Retry-After is over. Who comes earlier is refused again and, if so set, starts the time
 * anew.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling">throttling guidance: requests made while throttled count
 * on</a>
 */
final class Closing {
    private final boolean restarts;
    private Refusal refusal;
    private long until = Long.MIN_VALUE;

    Closing(boolean restarts) {
        this.restarts = restarts;
    }

    Refusal shut(Refusal.Why why, long millis, long now) {
        refusal = Refusal.after(why, millis);
        until = now + refusal.seconds() * 1000;
        return refusal;
    }

    /** The refusal of someone who comes too early, or null when open. */
    Refusal tooEarly(long now) {
        if (now >= until) {
            return null;
        }
        return restarts ? shut(refusal.why(), refusal.seconds() * 1000, now)
                : Refusal.after(refusal.why(), until - now);
    }
}
