package io.contactsync.run;

import java.io.Serializable;
import java.util.Set;

/**
 * A run that is asked for.
 *
 * @param dryRun whether to end before the first write
 * @param approvals ids of holds that a human lets through in this run
 */
public record RunRequest(boolean dryRun, Set<String> approvals) implements Serializable {

    /** An ordinary run. */
    public static RunRequest ordinary() {
        return new RunRequest(false, Set.of());
    }
}
