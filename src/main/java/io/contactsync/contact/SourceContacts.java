package io.contactsync.contact;

import io.contactsync.core.Contact;

import java.util.List;

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

    /** Whether it was read completely: only then may anything be deleted for being absent. */
    public boolean isComplete() {
        return problems.isEmpty();
    }
}
