package io.contactsync.run;

import io.contactsync.core.Cause;
import io.contactsync.core.Hold;
import io.contactsync.core.Totals;

import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param run its id
 * @param dryRun whether it ended before the first write
 * @param totals mailboxes and changes
 * @param holds what waits for a human
 * @param causes why mailboxes were skipped, held or failed; their counts add up to those of the totals
 * @param problems what was not as it should be, in sentences
 * @param unlisted how many problems there were beyond those
 * @param notes what should be known of values that did not come through as they stand in a source, one sentence a
 *        source
 * @param took how long
 * @param journal where the journal is
 * @param exit the exit code of the command line
 */
public record RunSummary(String run, boolean dryRun, Totals totals, List<Hold> holds, List<Cause> causes, List<String> problems,
        int unlisted, List<String> notes, Duration took, String journal, int exit) {

    /** All that was to be done is done. */
    public static final int DONE = 0;
    /** The run failed, or not one mailbox went through. */
    public static final int FAILED = 1;
    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;
    /** Something was left: a mailbox, a change, or a part of a source. */
    public static final int PARTLY = 3;
    /** Something waits for a human. */
    public static final int HELD = 4;
}
