package io.contactsync.run;

import io.contactsync.core.Totals;

/**
 * How things stand at the end of a run that went through, as far as its exit code tells it.
 *
 * <pre>
 *  the first that applies                                                                       | exit code
 * ----------------------------------------------------------------------------------------------+-----------
 *  what the sources named could not be remembered                                               | FAILED
 *  not one mailbox went through, it was not stopped, and none only waits or has refused content | FAILED
 *  something waits for a human who has not rejected all of it                                   | HELD
 *  nothing does, but a mailbox keeps deletions back                                             | HELD
 *  a mailbox lacks something, there was a problem, all is rejected, or a plan lacks something   | PARTLY
 *  nothing of that                                                                              | DONE
 * </pre>
 *
 * @param remembered whether what the sources named is remembered, as far as it is to be
 * @param stopped whether it ended before all was done: stopped, out of time, or because most calls failed
 * @param refused whether mailboxes are as desired but for contacts whose content Graph refuses: these went through
 * @param held whether anything waits for a human
 * @param rejected whether a human wants all of that to stay so
 * @param problem whether anything was wrong, or a mailbox was left alone for now
 * @param lacking whether the plan that was carried out lacks something
 */
record AtEnd(Totals totals, boolean remembered, boolean stopped, boolean refused, boolean held, boolean rejected,
        boolean problem, boolean lacking) {

    /** What the command line answers. */
    int exit() {
        if (!remembered || !stopped && !refused && totals.isNothingDone()) {
            return ExitCode.FAILED;
        }
        if (held ? !rejected : totals.held() > 0) {
            return ExitCode.HELD;
        }
        return totals.lacking() > 0 || problem || held || lacking ? ExitCode.PARTLY : ExitCode.DONE;
    }
}
