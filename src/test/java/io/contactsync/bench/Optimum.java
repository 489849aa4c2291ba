package io.contactsync.bench;

/** What Graph's rules ask for at the least, in seconds: nobody is faster. */
final class Optimum {

    private static final double APP_A_SECOND = 13_000;
    private static final int AT_A_TIME = 4;

    private Optimum() {
    }

    /**
     * Of an app, and of a mailbox that serves four at a time.
     *
     * @param requests all of them
     * @param longest  those of the mailbox that has most
     * @param latency  seconds that each of them takes
     */
    static double of(long requests, long longest, double latency) {
        return Math.max(requests / APP_A_SECOND, longest * latency / AT_A_TIME);
    }
}
