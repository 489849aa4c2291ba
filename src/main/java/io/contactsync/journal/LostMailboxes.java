package io.contactsync.journal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Mailboxes that journals say were handed to a worker, and do not say were returned: it may have created anything
 * there. What a later run is told of the mailbox does not tell what that worker did.
 */
final class LostMailboxes {

    private final Set<String> before = new HashSet<>();
    private final Set<String> handed = new HashSet<>();
    private final Set<String> young = new HashSet<>();

    /** The lines of another journal follow. */
    void begin() {
        before.addAll(handed);
        handed.clear();
    }

    /**
     * A line that says so of a mailbox.
     *
     * @param settle how long a create stays recent
     * @param within whether the line may be as young as that
     */
    void take(CreateNews news, String mailbox, Duration settle, Predicate<Duration> within) {
        if (news == CreateNews.HANDED && within.test(settle.plus(MailboxCreates.UNHEARD))) {
            add(mailbox);
            if (within.test(MailboxCreates.UNHEARD)) {
                young.add(mailbox);
            }
        } else if (news == CreateNews.RETURNED) {
            handed.remove(mailbox);
            young.remove(mailbox);
        }
    }

    /** Whether its worker may still be at work there. */
    boolean isAtWork(String mailbox) {
        return contains(mailbox) && young.contains(mailbox);
    }

    void add(String mailbox) {
        handed.add(mailbox);
    }

    boolean contains(String mailbox) {
        return handed.contains(mailbox) || before.contains(mailbox);
    }
}
