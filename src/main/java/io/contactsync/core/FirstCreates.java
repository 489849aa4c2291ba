package io.contactsync.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The watch over a mailbox that held none of ours: two machines that start at the same moment see nothing there at the
 * beginning. So it is listed once more after the first batch of creates, and what stands there then and is not from
 * that batch is somebody else's.
 *
 * @param watching whether that list is still to come
 * @param made ids of the contacts that were created
 * @param doubtful keys of creates that may have been applied
 * @param strangers whether that list has shown contacts of somebody else
 */
public record FirstCreates(boolean watching, Set<String> made, Set<ContactKey> doubtful, boolean strangers) {

    static final String STRANGERS = "another installation is creating contacts in this mailbox";

    public FirstCreates {
        made = Set.copyOf(made);
        doubtful = Set.copyOf(doubtful);
    }

    static FirstCreates of(Plan plan) {
        return new FirstCreates(plan.managed() == 0, Set.of(), Set.of(), false);
    }

    /** With what became of the creates in a batch. */
    FirstCreates and(Collection<Outcome> outcomes) {
        if (!watching) {
            return this;
        }
        Set<String> ids = new HashSet<>(made);
        Set<ContactKey> keys = new HashSet<>(doubtful);
        outcomes.stream().filter(outcome -> outcome.change().action() == Action.CREATE).forEach(outcome -> {
            if (outcome.kind() == Outcome.Kind.APPLIED && outcome.contactId() != null) {
                ids.add(outcome.contactId());
            } else if (outcome.kind() == Outcome.Kind.APPLIED || outcome.kind() == Outcome.Kind.UNKNOWN) {
                keys.add(outcome.change().key());
            }
        });
        return new FirstCreates(true, ids, keys, false);
    }

    /** Whether it is time for that list. */
    boolean isDue() {
        return watching && !(made.isEmpty() && doubtful.isEmpty());
    }

    FirstCreates over(boolean somebodyElse) {
        return new FirstCreates(false, Set.of(), Set.of(), somebodyElse);
    }

    /** Whether a contact of that list is, or may be, from that batch. */
    public boolean isOurs(CurrentContact contact) {
        return made.contains(contact.id()) || doubtful.contains(contact.key().key());
    }
}
