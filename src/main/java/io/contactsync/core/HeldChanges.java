package io.contactsync.core;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers changes that wait in mailboxes: those of one kind and cause become one hold, whose id is made of exactly what
 * is held in all of them. A person answers one question, however many mailboxes it befalls. Told by all mailboxes at
 * once; keeps a contact once, however many mailboxes change it.
 *
 * <pre>
 *  mailbox | deletions                 | hold
 * ---------+---------------------------+------------------------------------
 *  alice   | 40, suppliers is retired  | one hold, 79 deletions in 2 mailboxes
 *  bob     | 39, suppliers is retired  |
 *  carol   | 41, not named by staff    | a hold of its own
 * </pre>
 */
public final class HeldChanges {

    private final Map<String, Group> groups = new TreeMap<>();

    /** Mailboxes of one kind and cause. */
    private static final class Group {
        private final Map<String, String> members = new TreeMap<>();
        private final Set<ContactKey> keys = new HashSet<>();
        private int changes;
        private int managed;
        private Hold worst;
    }

    /** Changes of a mailbox wait. */
    public synchronized void add(Hold mailbox) {
        Group group = groups.computeIfAbsent(mailbox.kind().word() + " " + mailbox.cause(), unknown -> new Group());
        group.members.putAll(mailbox.members());
        group.keys.addAll(mailbox.keys());
        group.changes += mailbox.part();
        group.managed += mailbox.whole();
        if (group.worst == null || share(mailbox) > share(group.worst)) {
            group.worst = mailbox.withoutKeys();
        }
    }

    private static double share(Hold mailbox) {
        return (double) mailbox.part() / Math.max(1, mailbox.whole());
    }

    /** Whether there is any. */
    public synchronized boolean isEmpty() {
        return groups.isEmpty();
    }

    /** One hold a kind and cause. */
    public synchronized List<Hold> holds() {
        return groups.values().stream().map(HeldChanges::hold).toList();
    }

    private static Hold hold(Group group) {
        Hold worst = group.worst;
        boolean one = group.members.size() == 1;
        List<String> items =
                group.members.entrySet().stream().map(member -> member.getKey() + " " + member.getValue()).toList();
        return new Hold(Hold.id(worst.kind().word() + "-in", items), worst.kind(), one ? worst.subject() : "",
                group.changes, group.managed, worst.limit(), worst.cause(), group.keys, group.members,
                one ? worst.sentence() : sentence(group));
    }

    private static String sentence(Group group) {
        Hold worst = group.worst;
        String numbers = String.format(Locale.ROOT, "%,d %s in %,d mailboxes", group.changes, worst.kind().many(),
                group.members.size());
        String share = worst.limit().equals(Limit.NONE) ? ""
                : " (up to " + worst.limit().words(worst.part(), worst.whole()) + ")";
        return worst.limit().told(numbers + share, worst.cause());
    }
}
