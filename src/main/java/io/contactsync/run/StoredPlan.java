package io.contactsync.run;

import io.contactsync.core.PlannedChange;
import io.contactsync.journal.SaltedSettings;

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
     * @param category name of the category that marks its contacts; null in a plan of an older version
     * @param fingerprint of the whole configuration
     * @param settings the same key by key; null if that is not known
     * @param exit the run's exit code
     * @param approvals ids of holds that the run let through
     * @param adopted other installations whose contacts the run takes over
     * @param order what the run is to do
     */
    public record Head(int plan, String id, String kind, Instant at, String instance, String category,
            String fingerprint, SaltedSettings settings, int exit, Set<String> approvals, Set<String> adopted,
            Order order) {

        public Head {
            approvals = approvals == null ? Set.of() : Set.copyOf(approvals);
            order = order == null ? new SyncOrder() : order;
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
}
