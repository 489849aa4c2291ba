package io.contactsync.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the journal: an event and its members, in the order in which they were given.
 *
 * @param event what it is about, a word of {@link Grammar}
 * @param members texts, numbers, booleans, maps and lists of them; those that are null or empty texts are left out
 */
public record JournalEntry(String event, Map<String, Object> members) {

    /** Begins an entry. */
    public static JournalEntry of(String event) {
        return new JournalEntry(event, new LinkedHashMap<>());
    }

    /** With one more member. */
    public JournalEntry with(String name, Object value) {
        if (value != null && !"".equals(value)) {
            members.put(name, value);
        }
        return this;
    }
}
