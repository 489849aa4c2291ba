package io.contactsync.run;

import java.time.Instant;

/**
 * How the latest run ended, for those who watch a service.
 *
 * @param at when it ended
 * @param exit its exit code
 * @param reason the first thing that was not as it should be, fit for a log; may be empty
 */
public record LastRun(Instant at, int exit, String reason) {

    /**
     * Whether it failed. Runs that were partly done or wait for an approval did not: they went through, and say what
     * they left.
     */
    public boolean isFailed() {
        return exit == ExitCode.FAILED;
    }
}
