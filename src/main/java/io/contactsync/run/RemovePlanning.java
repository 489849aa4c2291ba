package io.contactsync.run;

import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Plan;
import io.contactsync.core.Removal;
import io.contactsync.journal.RecentCreates;

/**
 * Plans mailboxes that contacts of ours are taken out of.
 *
 * @param scope whose contacts go
 * @param keys texts of their keys, where it is that of single people; else empty
 * @param reason why they go
 */
record RemovePlanning(Predicate<ContactKey> scope, Set<String> keys, String reason) implements Planning {

    @Override
    public Plan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        RecentCreates recent = turn.brief().earlier().recent();
        String mailbox = turn.mailbox();
        Predicate<ContactKey> sent = key -> recent.contains(mailbox, key) && (keys.isEmpty() || scope.test(key));
        int number = keys.isEmpty() ? recent.count(mailbox)
                : (int) keys.stream().map(ContactKey::parse).filter(sent).count();
        return Removal.plan(current, turn.brief().policy(), scope, reason, sent, number);
    }

    @Override
    public boolean isRemoval(String mailbox) {
        return true;
    }
}
