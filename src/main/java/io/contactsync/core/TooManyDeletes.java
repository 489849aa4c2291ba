package io.contactsync.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rule of a mailbox's guard by which too many deletions wait for a human; creates and updates go on. */
final class TooManyDeletes {

    private TooManyDeletes() {
    }

    /**
     * The hold on a plan's deletions, if they are over the limit. Deletions of keys whose vanishing was approved for
     * this run are not counted, nor is what goes because its mailbox has left the targets, which has a guard of its
     * own. A source that was never read before has nothing to be compared with: its first deletion waits. A double that
     * is swept is no deletion of a source's contact: its equal stays.
     */
    static Optional<Hold> over(String mailbox, Plan plan, Policy policy, Limits limits) {
        List<Change> deletes = plan.changes().stream().filter(Plan::takesAway)
                .filter(change -> !change.reason().equals(Removal.LEFT))
                .filter(change -> !policy.approved().contains(change.key().shown())).toList();
        boolean blind = deletes.stream().anyMatch(change -> policy.unremembered().contains(change.key().source()));
        Limit limit = blind ? Limit.NONE : limits.deletes();
        if (deletes.isEmpty() || !blind && !limit.isExceededBy(deletes.size(), plan.managed())) {
            return Optional.empty();
        }
        String share = blind ? "" : " (" + limit.words(deletes.size(), plan.managed()) + ")";
        String cause = blind ? blind(deletes, policy) : cause(deletes);
        return Optional.of(Hold.ofMailbox(Hold.Kind.DELETES, mailbox, deletes, plan.managed(), limit, cause,
                limit.told(String.format(Locale.ROOT, "%s: %d of %d deletions%s", mailbox, deletes.size(),
                        plan.managed(), share), cause)));
    }

    private static String blind(List<Change> deletes, Policy policy) {
        return "no earlier reading of " + deletes.stream().map(change -> change.key().source())
                .filter(policy.unremembered()::contains).distinct().sorted()
                .collect(Collectors.joining(", ")) + " to compare with";
    }

    /** By sources and reasons: what mailboxes must share to be held as one. */
    private static String cause(List<Change> deletes) {
        return deletes.stream().map(TooManyDeletes::why).distinct().sorted().collect(Collectors.joining("; "));
    }

    private static String why(Change delete) {
        return switch (delete.reason()) {
            case Planner.GONE -> delete.key().source() + " does not name them any more";
            case Planner.OWN_CARD -> "their owners' own cards of " + delete.key().source();
            case Undesired.RETIRED -> delete.key().source() + " is retired";
            default -> delete.key().source() + ", " + delete.reason();
        };
    }
}
