package io.contactsync.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of the journal while it is made up: what it is about, and its members in the order in which they come. */
public final class JournalEntry {

    private final Grammar event;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private JournalEntry(Grammar event) {
        this.event = event;
    }

    /** Begins an entry. */
    public static JournalEntry of(Grammar event) {
        return new JournalEntry(event);
    }

    /** Adds a text, a number, a boolean, a map or a list of them; null and the empty text are left out. */
    public JournalEntry with(String name, Object value) {
        if (value != null && !"".equals(value)) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds a number; 0 is left out. */
    public JournalEntry withSome(String name, long number) {
        return with(name, number == 0 ? null : number);
    }

    /** What it is about. */
    public Grammar event() {
        return event;
    }

    /** A member as text; null if it has none of that name. */
    String text(String name) {
        Object value = members.get(name);
        return value == null ? null : value.toString();
    }

    /** Its members so far. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
