package io.contactsync.journal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Mailboxes that journals say were handed to a worker, and do not say were returned: it may have created anything
 * there. What a later run is told of the mailbox does not tell what that worker did.
 */
final class LostMailboxes {

    /** A worker that is lost may go on that long after the last line that names it. */
    static final Duration UNHEARD = Duration.ofMinutes(5);

    private final Set<String> before = new HashSet<>();
    private final Set<String> handed = new HashSet<>();

    /** The lines of another journal follow. */
    void begin() {
        before.addAll(handed);
        handed.clear();
    }

    void take(Map<String, String> members) {
        Grammar event = Grammar.of(members.get("event"));
        if (event == Grammar.HANDED) {
            add(members.get("mailbox"));
        } else if (event == Grammar.RETURNED) {
            handed.remove(members.get("mailbox"));
        }
    }

    void add(String mailbox) {
        handed.add(mailbox);
    }

    boolean contains(String mailbox) {
        return handed.contains(mailbox) || before.contains(mailbox);
    }
}
