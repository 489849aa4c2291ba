package io.contactsync.run;

import java.util.Iterator;
import java.util.Set;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.Plan;
import io.contactsync.core.Removal;

/**
 * Plans the mailboxes of a run that also cleans those that have left the targets.
 *
 * @param others how the targets are planned
 * @param left object ids of those that are to be cleaned
 */
record LeavingPlanning(Planning others, Set<String> left) implements Planning {

    private static final Planning OUT = new RemovePlanning(key -> true, Set.of(), Removal.LEFT);

    @Override
    public Plan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        return (isRemoval(turn.mailbox()) ? OUT : others).plan(turn, current);
    }

    @Override
    public boolean isRemoval(String mailbox) {
        return left.contains(mailbox);
    }
}
