package io.contactsync.core;

import java.util.List;
import java.util.Optional;

/** Guards one mailbox before its first write: what is too much waits for a human, the rest goes on. */
public final class MailboxGuard {

    /** What of a mailbox's plan is too much by one rule; its {@linkplain Hold.Kind kind} says what waits. */
    private interface Rule {
        Optional<Hold> over(String mailbox, Plan plan, Policy policy, Limits limits);
    }

    private static final List<Rule> RULES = List.of(TooManyDeletes::over);

    private MailboxGuard() {
    }

    /**
     * All that is too much in a mailbox, at most one hold a rule.
     *
     * @param mailbox the mailbox's object id
     */
    public static List<Hold> over(String mailbox, Plan plan, Policy policy, Limits limits) {
        return RULES.stream().flatMap(rule -> rule.over(mailbox, plan, policy, limits).stream()).toList();
    }
}
