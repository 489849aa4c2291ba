package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.MailboxGuard;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Follows deletions that were let through to their end, mailbox by mailbox. Told by all mailboxes at once. */
final class CarryingOut {

    private final Map<String, Map<String, ContactKey>> underWay = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Map<String, String> begun = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** Those deletions are let through in that mailbox. */
    void begin(String mailbox, List<Change> deletes) {
        Map<String, ContactKey> left = new HashMap<>();
        deletes.forEach(change -> left.put(change.contactId(), change.key()));
        underWay.put(mailbox, left);
    }

    /** What became of a change; a mailbox's changes are told one after the other. */
    void came(String mailbox, Outcome outcome) {
        Map<String, ContactKey> left = underWay.get(mailbox);
        if (left != null && outcome.kind() == Outcome.Kind.APPLIED && outcome.change().action() == Action.DELETE) {
            left.remove(outcome.change().contactId());
        }
    }

    /** What a mailbox came to. */
    void ended(MailboxResult result) {
        String mailbox = result.mailbox();
        if (result.status() == MailboxResult.Status.FAILED) {
            failed.add(mailbox);
        }
        Map<String, ContactKey> left = underWay.remove(mailbox);
        if (left != null && left.isEmpty()) {
            done.add(mailbox);
        } else if (left != null) {
            begun.put(mailbox, MailboxGuard.id(List.copyOf(left.values())));
        }
    }

    Set<String> done() {
        return done;
    }

    Map<String, String> begun() {
        return begun;
    }

    Set<String> failed() {
        return failed;
    }
}
