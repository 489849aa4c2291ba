package io.contactsync.run;

import io.contactsync.core.PlannedChange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A plan as it lies on the disk.
 *
 * @param head what it is
 * @param mailboxes object ids of the run's mailboxes; {@link io.contactsync.core.Reach} counts by their places here
 * @param changes each shared change once
 */
public record StoredPlan(Head head, List<String> mailboxes, List<PlannedChange> changes) {

    /**
     * What a plan is.
     *
     * @param plan version of the format
     * @param id the run that made it
     * @param kind of that run, see {@link RunReport}
     * @param at when that run began
     * @param instance name of the installation
     * @param fingerprint of the whole configuration
     * @param exit the run's exit code
     * @param approvals ids of holds that the run let through
     * @param adopted other installations whose contacts the run takes over
     */
    public record Head(int plan, String id, String kind, Instant at, String instance, String fingerprint, int exit,
            Set<String> approvals,
            Set<String> adopted) {

        public Head {
            approvals = approvals == null ? Set.of() : Set.copyOf(approvals);
            adopted = adopted == null ? Set.of() : Set.copyOf(adopted);
        }
    }

    public StoredPlan {
        mailboxes = List.copyOf(mailboxes);
        changes = List.copyOf(changes);
    }

    /** How many changes, each counted in each mailbox that it reaches. */
    public long size() {
        return changes.stream().mapToLong(change -> change.reach().size()).sum();
    }

    /** How many mailboxes are reached by any of them. */
    public int reached() {
        BitSet places = new BitSet();
        changes.forEach(change -> change.reach().places().forEach(places::set));
        return places.cardinality();
    }

    /**
     * The plan of that id, fit to be carried out.
     *
     * @param id or its beginning; {@code latest} is the newest plan
     * @throws UnreadableRunException if there is none, it is damaged or cut off, no plan, another
     *        installation's, or one that did not come to its end
     */
    public static StoredPlan find(RunSettings settings, String id) {
        RunFolders runs = new RunFolders(settings.runs());
        String latest = id.equals("latest") ? runs.plans(1).stream().findFirst().map(RunReport::id).orElse(id) : id;
        Path folder = runs.find(latest);
        StoredPlan plan = PlanFile.read(folder.resolve(RunFolder.PLAN));
        String name = folder.getFileName().toString();
        require(plan.head().id().equals(name), name, "is the plan of another run, " + plan.head().id());
        require(plan.head().kind().equals(RunReport.PLAN), name, "is no plan but a run (" + plan.head().kind()
                + "), which did what it planned");
        require(plan.head().instance().equals(settings.instance()), name, "is the plan of the installation '"
                + plan.head().instance()
                + "', and this one is '" + settings.instance() + "' (sync.instance)");
        require(plan.head().exit() != ExitCode.FAILED, name, "is a plan that did not come to its end");
        return plan;
    }

    private static void require(boolean good, String id, String found) {
        if (!good) {
            throw new UnreadableRunException("the run " + id + " " + found
                    + ": nothing was done; make a plan with 'contact-sync plan'");
        }
    }
}
