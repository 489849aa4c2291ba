package io.contactsync.core;

import java.util.Map;
import java.util.Set;

/**
 * What a human lets through in one run.
 *
 * @param ids ids of exactly what is let through, wherever it is held
 * @param members of each mailbox, the ids of exactly the deletions that are let through there and nowhere else
 * @param begun contacts, as shown, whose deletion was let through and has begun: mailboxes that it has not reached go
 * on with it
 */
public record Approvals(Set<String> ids, Map<String, Set<String>> members, Set<ContactKey> begun) {

    /** Nothing. */
    public static final Approvals NONE = of(Set.of());

    public Approvals {
        ids = Set.copyOf(ids);
        members = Map.copyOf(members);
        begun = Set.copyOf(begun);
    }

    /** Exactly those. */
    public static Approvals of(Set<String> ids) {
        return new Approvals(ids, Map.of(), Set.of());
    }

    /** Whether a mailbox's deletions are let through. */
    public boolean lets(Hold mailbox) {
        return ids.contains(mailbox.id()) || members.getOrDefault(mailbox.subject(), Set.of()).contains(mailbox.id());
    }
}
