package io.contactsync.run;

import java.io.Serializable;
import java.util.Set;

/**
 * A run that is asked for.
 *
 * @param dryRun whether to end before the first write: it makes a plan
 * @param approvals ids of holds that a human lets through in this run
 * @param adopted names of other installations whose contacts are taken over in this run
 * @param plan id of the plan that is carried out, and nothing else; empty if there is none
 * @param order what it is to do
 */
public record RunRequest(boolean dryRun, Set<String> approvals, Set<String> adopted, String plan,
        Order order) implements Serializable {

    public RunRequest {
        if (dryRun && !plan.isEmpty()) {
            throw new IllegalArgumentException("a plan that is carried out is no dry run");
        }
    }

    /** A run that carries no plan out. */
    public RunRequest(boolean dryRun, Set<String> approvals, Set<String> adopted) {
        this(dryRun, approvals, adopted, "", new SyncOrder());
    }

    /** A run that takes nothing over. */
    public RunRequest(boolean dryRun, Set<String> approvals) {
        this(dryRun, approvals, Set.of());
    }

    /** The same, which lets exactly that through. */
    RunRequest approving(Set<String> ids) {
        return new RunRequest(dryRun, ids, adopted, plan, order);
    }

    /** An ordinary run. */
    public static RunRequest ordinary() {
        return new RunRequest(false, Set.of());
    }

    /** A run that carries a plan out: it lets through and takes over what the plan did. */
    public static RunRequest apply(StoredPlan plan) {
        return new RunRequest(false, plan.head().approvals(), plan.head().adopted(), plan.head().id(),
                plan.head().order());
    }

    /** Its kind, as a report says it. */
    public String kind() {
        return dryRun ? RunReport.PLAN : plan.isEmpty() ? RunReport.SYNC : RunReport.APPLY;
    }

    /** Its word in the journal. */
    String mode() {
        return RunReport.mode(kind());
    }
}
