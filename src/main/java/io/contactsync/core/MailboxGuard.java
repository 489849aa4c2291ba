package io.contactsync.core;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guards one mailbox before its first write: too many deletions wait for a human, creates and updates go on. */
public final class MailboxGuard {

    private MailboxGuard() {
    }

    /**
     * The hold on a plan's deletions, if they are over the limit. Deletions of keys whose vanishing was approved for
     * this run are not counted. A source that was never read before has nothing to be compared with: its first deletion
     * waits. A double that is swept is no deletion of a source's contact: its equal stays. Mailboxes with the same
     * deletions have the same id.
     *
     * @param mailbox the mailbox's object id
     */
    public static Optional<Hold> over(String mailbox, Plan plan, Policy policy, Limits limits) {
        List<Change> deletes = counted(plan, policy);
        boolean blind = deletes.stream().anyMatch(change -> policy.unremembered().contains(change.key().source()));
        Limit limit = blind ? Limit.NONE : limits.deletes();
        if (deletes.isEmpty() || !blind && !limit.isExceededBy(deletes.size(), plan.managed())) {
            return Optional.empty();
        }
        String head = String.format(Locale.ROOT, "%s: %d of %d deletions", mailbox, deletes.size(), plan.managed());
        String share = blind ? "" : " (" + limit.words(deletes.size(), plan.managed()) + ")";
        String cause = blind ? blind(deletes, policy) : cause(deletes);
        String id = id(deletes.stream().map(Change::key).toList());
        return Optional.of(new Hold(id, Hold.Kind.DELETES, mailbox, deletes.size(), plan.managed(), limit, cause,
                deletes.stream().map(change -> change.key().shown()).collect(Collectors.toSet()), Map.of(mailbox, id),
                told(head + share, limit, cause)));
    }

    /** Numbers and cause in one sentence. */
    static String told(String numbers, Limit limit, String cause) {
        return numbers + (limit.equals(Limit.NONE) ? ", and " : ": ") + cause;
    }

    /** The deletions that are counted: those of a plan whose vanishing nobody has approved. */
    public static List<Change> counted(Plan plan, Policy policy) {
        return plan.changes().stream().filter(Plan::takesAway)
                .filter(change -> !policy.approved().contains(change.key().shown())).toList();
    }

    /** The id of exactly those deletions in a mailbox. */
    public static String id(List<ContactKey> deletes) {
        return Hold.id(Hold.Kind.DELETES.word(), deletes.stream().map(ContactKey::text).toList());
    }

    private static String blind(List<Change> deletes, Policy policy) {
        return "no earlier reading of " + deletes.stream().map(change -> change.key().source())
                .filter(policy.unremembered()::contains).distinct().sorted()
                .collect(Collectors.joining(", ")) + " to compare with";
    }

    /** By sources and reasons: what mailboxes must share to be held as one. */
    private static String cause(List<Change> deletes) {
        return deletes.stream().map(MailboxGuard::why).distinct().sorted().collect(Collectors.joining("; "));
    }

    private static String why(Change delete) {
        return switch (delete.reason()) {
            case Planner.GONE -> delete.key().source() + " does not name them any more";
            case Planner.OWN_CARD -> "their owners' own cards of " + delete.key().source();
            case Planner.RETIRED -> delete.key().source() + " is retired";
            default -> delete.key().source() + ", " + delete.reason();
        };
    }
}
