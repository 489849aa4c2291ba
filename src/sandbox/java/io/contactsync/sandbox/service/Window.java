package io.contactsync.sandbox.service;

/** Counts within a span of time that begins with the first thing counted, and begins again when it is over. */
final class Window {
    private final long most;
    private final long millis;
    private long ends = Long.MIN_VALUE;
    private long counted;

    Window(long most, long seconds) {
        this.most = most;
        this.millis = seconds * 1000;
    }

    /** True if that is more than allowed. */
    boolean over(long amount, long now) {
        if (now >= ends) {
            ends = now + millis;
            counted = 0;
        }
        counted += amount;
        return counted > most;
    }

    /** Milliseconds until the next span. */
    long left(long now) {
        return ends - now;
    }
}
