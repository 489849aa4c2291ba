package io.contactsync.run;

import java.io.Serializable;
import java.util.Set;

/**
 * A run that is asked for.
 *
 * @param dryRun whether to end before the first write
 * @param approvals ids of holds that a human lets through in this run
 * @param adopted names of other installations whose contacts are taken over in this run
 */
public record RunRequest(boolean dryRun, Set<String> approvals, Set<String> adopted) implements Serializable {

    /** A run that takes nothing over. */
    public RunRequest(boolean dryRun, Set<String> approvals) {
        this(dryRun, approvals, Set.of());
    }

    /** An ordinary run. */
    public static RunRequest ordinary() {
        return new RunRequest(false, Set.of());
    }

    /** Its word in the journal. */
    String mode() {
        return dryRun ? "dry-run" : "sync";
    }
}
