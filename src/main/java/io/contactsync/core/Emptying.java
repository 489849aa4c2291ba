package io.contactsync.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The watch over a mailbox that contacts of ours are taken out of: when all deletions are answered, it is listed once
 * more. A list may still show for a while what is deleted already, so as long as it shows nothing else of ours, it is
 * asked again after a wait, {@value #LISTS} times at the most.
 *
 * @param watching whether a list is still to come
 * @param gone ids of the contacts whose deletion Graph has confirmed
 * @param lists how many lists have shown something
 * @param left how many contacts the last list showed that should be gone
 */
public record Emptying(boolean watching, Set<String> gone, int lists, int left) {

    /** With their waits, of half a second first and half a minute last, they take about a minute. */
    static final int LISTS = 8;

    public Emptying {
        gone = Set.copyOf(gone);
    }

    static Emptying of(Plan plan) {
        return new Emptying(plan.changes().stream().anyMatch(Removal::isOf), Set.of(), 0, 0);
    }

    /** With what became of deletions: where one was not made, the mailbox is not empty, and nobody has to look. */
    Emptying and(Collection<Outcome> outcomes) {
        if (!watching || outcomes.isEmpty()) {
            return this;
        }
        Set<String> ids = new HashSet<>(gone);
        boolean failed = false;
        for (Outcome outcome : outcomes) {
            boolean applied = outcome.kind() == Outcome.Kind.APPLIED;
            failed |= !applied && outcome.kind() != Outcome.Kind.RETRY_LATER && outcome.kind() != Outcome.Kind.SPARED;
            if (applied) {
                ids.add(outcome.change().contactId());
            }
        }
        return new Emptying(!failed, ids, lists, left);
    }

    /** A list has shown those of the contacts that should be gone. */
    Emptying listed(Set<String> shown) {
        boolean late = !shown.isEmpty() && gone.containsAll(shown);
        return new Emptying(late && lists + 1 < LISTS, gone, lists + 1, shown.size());
    }
}
