package io.contactsync.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Guards one mailbox before its first write: too many deletions wait for a human, creates and updates go on. */
public final class MailboxGuard {

    private MailboxGuard() {
    }

    /**
     * The hold on a plan's deletions, if they are over the limit. Deletions of keys whose vanishing was approved for this run are not counted.
     * A source that was never read before has nothing to be compared with: its first deletion waits. A double that is swept is no deletion
     * of a source's contact: its equal stays.
     *
     * @param mailbox the mailbox's object id, for the sentence
     * @param approvals ids of holds that a human let through; mailboxes with the same deletions share one id
     */
    public static Optional<Hold> judge(String mailbox, Plan plan, Policy policy, Limits limits, Set<String> approvals) {
        List<ContactKey> deletes = plan.changes().stream().filter(Plan::takesAway).map(Change::key)
                .filter(key -> !policy.approved().contains(key.shown())).toList();
        boolean blind = deletes.stream().anyMatch(key -> policy.unremembered().contains(key.source()));
        if (!blind && !Limits.exceeds(deletes.size(), plan.managed(), limits.deletesMin(), limits.deletesPercent())) {
            return Optional.empty();
        }
        String sentence = blind ? "%s: %d of %d deletes, and no earlier reading of their source to compare with".formatted(mailbox, deletes.size(), plan.managed())
                : SourceGuard.sentence(mailbox, deletes.size(), plan.managed(), "deletes", limits.deletesPercent());
        Hold hold = Hold.of("deletes", deletes.stream().map(ContactKey::text).toList(), sentence);
        return approvals.contains(hold.id()) ? Optional.empty() : Optional.of(hold);
    }
}
