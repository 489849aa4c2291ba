package io.contactsync.core;

import java.util.Collection;

/**
 * What a mailbox's dispatch came to, in numbers of changes.
 *
 * @param created creates applied
 * @param updated updates applied
 * @param deleted deletes applied
 * @param rejected refused, and not for what the contact holds
 * @param unknown creates in doubt
 * @param deferred left for the next run
 * @param spared left as it is, and rightly so
 * @param refused contacts whose content Graph refuses: they are told by themselves, and are nobody's lack
 */
public record Tally(int created, int updated, int deleted, int rejected, int unknown, int deferred, int spared,
        int refused) {

    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** Changes of which none was spared. */
    public Tally(int created, int updated, int deleted, int rejected, int unknown, int deferred) {
        this(created, updated, deleted, rejected, unknown, deferred, 0, 0);
    }

    /** Of a plan that is carried out as it is. */
    public static Tally of(Plan plan) {
        return new Tally(plan.count(Action.CREATE), plan.count(Action.UPDATE), plan.count(Action.DELETE), 0, 0, 0);
    }

    /** Whether all that was planned was done, but for contacts that Graph refuses. */
    public boolean isClean() {
        return rejected + unknown + deferred == 0;
    }

    /** Changes that Graph did. */
    public int applied() {
        return created + updated + deleted;
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(created + other.created, updated + other.updated, deleted + other.deleted,
                rejected + other.rejected, unknown + other.unknown, deferred + other.deferred, spared + other.spared,
                refused + other.refused);
    }

    /** With those outcomes counted; a retry does not count, only the last word on a change does. */
    Tally plus(Collection<Outcome> outcomes) {
        return outcomes.stream().map(Tally::of).reduce(this, Tally::plus);
    }

    private static Tally of(Outcome outcome) {
        if (SetAside.isOf(outcome)) {
            return new Tally(0, 0, 0, 0, 0, 0, 0, 1);
        }
        return switch (outcome.kind()) {
            case APPLIED -> applied(outcome.change().action());
            case REJECTED -> new Tally(0, 0, 0, 1, 0, 0);
            case UNKNOWN -> new Tally(0, 0, 0, 0, 1, 0);
            case DEFERRED, LEFT -> new Tally(0, 0, 0, 0, 0, 1);
            case SPARED -> new Tally(0, 0, 0, 0, 0, 0, 1, 0);
            case RETRY_LATER -> NONE;
        };
    }

    private static Tally applied(Action action) {
        return switch (action) {
            case CREATE -> new Tally(1, 0, 0, 0, 0, 0);
            case UPDATE -> new Tally(0, 1, 0, 0, 0, 0);
            case DELETE -> new Tally(0, 0, 1, 0, 0, 0);
        };
    }
}
