package io.contactsync.run;

import io.contactsync.core.CurrentContact;

import java.util.Iterator;
import java.util.List;

/**
 * The few contacts of a mailbox that were looked for, and no others. A plan tells them from a list by this class: what
 * it does not name is as it was, and not gone.
 */
public final class FoundContacts implements Iterator<CurrentContact> {

    private final Iterator<CurrentContact> contacts;

    FoundContacts(List<CurrentContact> contacts) {
        this.contacts = contacts.iterator();
    }

    @Override
    public boolean hasNext() {
        return contacts.hasNext();
    }

    @Override
    public CurrentContact next() {
        return contacts.next();
    }
}
