package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Predicate;

/**
 * Tells whether somebody else is writing into a mailbox at the moment what we would write: another data folder, another
 * installation, or we ourselves before our data folder was lost. What shows it is a contact of one of this run's
 * sources that came to be within the settle time, and whose create this data folder has never sent.
 *
 * @param now the time by Graph's clock, which also stamps the contacts
 * @param settle how long a create may stay out of lists
 * @param made keys of the creates that this data folder knows to have sent to the mailbox within that time
 */
public record Freshness(Instant now, Duration settle, Predicate<ContactKey> made) {

    /** Whether a contact with a hidden key is such a stranger. Clocks may differ either way. */
    boolean isStrange(CurrentContact contact, Policy policy) {
        return isOfOurs(contact.key(), policy) && contact.created() > 0
                && Math.abs(now.getEpochSecond() - contact.created()) < settle.toSeconds()
                && !made.test(contact.key().key());
    }

    /** How many strangers a list shows, those aside that are known. */
    public int strangers(Iterator<CurrentContact> list, Policy policy, Predicate<CurrentContact> known) {
        int strangers = 0;
        while (list.hasNext()) {
            CurrentContact contact = list.next();
            strangers += contact.key() != null && isStrange(contact, policy) && !known.test(contact) ? 1 : 0;
        }
        return strangers;
    }

    /** Whether we might create what that key names: it is of a source of this run, whoever wrote it. */
    static boolean isOfOurs(HiddenKey key, Policy policy) {
        return policy.sources().containsKey(key.key().source());
    }
}
