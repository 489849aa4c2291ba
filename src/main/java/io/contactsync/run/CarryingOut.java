package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Follows changes that were let through to their end, mailbox by mailbox. Told by all mailboxes at once. */
final class CarryingOut {

    private final Map<String, Map<Hold.Kind, Set<Change>>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Map<Hold.Kind, Set<Change>>> ended = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** What it holds of a mailbox's plan is let through. */
    void begin(Hold hold, Plan plan) {
        underWay.computeIfAbsent(hold.subject(), first -> new EnumMap<>(Hold.Kind.class))
                .put(hold.kind(), new TreeSet<>(hold.in(plan)));
    }

    /** What became of a change; a mailbox's changes are told one after the other. */
    void came(String mailbox, Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.APPLIED) {
            underWay.getOrDefault(mailbox, Map.of()).values().forEach(left -> left.remove(outcome.change()));
        }
    }

    /** What a mailbox came to. */
    void ended(MailboxResult result) {
        if (result.status() == MailboxResult.Status.FAILED || result.status() == MailboxResult.Status.WAITS) {
            failed.add(result.mailbox());
        }
        Map<Hold.Kind, Set<Change>> left = underWay.remove(result.mailbox());
        if (left != null) {
            ended.put(result.mailbox(), left);
        }
    }

    /** What is left of what was let through in a mailbox; null if it was not begun there. */
    Set<Change> left(Hold.Kind kind, String mailbox) {
        return ended.getOrDefault(mailbox, Map.of()).get(kind);
    }

    Set<String> failed() {
        return failed;
    }
}
