package io.contactsync.contact;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactKey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a source gave in one reading.
 *
 * @param source the source's name
 * @param contacts normalised, each key once, in the source's order
 * @param problems why the reading is not complete, each in one sentence with its place; at most {@value #MAX_PROBLEMS} are kept
 * @param refused how many rows were refused
 * @param excluded how many rows were left out on purpose
 * @param unreadPhones telephone numbers that stay as written
 * @param dropped values beyond Graph's limits, left out
 * @param shortened values cut to Graph's length
 */
public record SourceContacts(String source, List<Contact> contacts, List<Problem> problems, int refused, int excluded, int unreadPhones, int dropped,
        int shortened) {

    static final int MAX_PROBLEMS = 100;

    public SourceContacts {
        contacts = List.copyOf(contacts);
        problems = List.copyOf(problems);
    }

    /** Together with a second reading of the same source: whoever is named by either is there, the second counts where they differ. */
    public SourceContacts and(SourceContacts second) {
        Map<ContactKey, Contact> all = new LinkedHashMap<>();
        contacts.forEach(contact -> all.put(contact.key(), contact));
        second.contacts.forEach(contact -> all.put(contact.key(), contact));
        return new SourceContacts(source, List.copyOf(all.values()), second.problems, second.refused, second.excluded, second.unreadPhones, second.dropped,
                second.shortened);
    }

    /** Whether it was read completely: only then may anything be deleted for being absent. */
    public boolean isComplete() {
        return problems.isEmpty();
    }
}
