package io.contactsync.journal;

import java.time.Instant;
import java.util.Map;

/**
 * A line of a journal, as one that asks about the past reads it.
 *
 * @param run the run that wrote it
 * @param at when, by the clock of that machine
 * @param members its texts, numbers and truth values by name
 */
public record JournalLine(String run, Instant at, Map<String, String> members) {

    public JournalLine {
        members = Map.copyOf(members);
    }

    /** What it is about. */
    public String event() {
        return text("event");
    }

    /** The mailbox it speaks of; empty if none. */
    public String mailbox() {
        return text("mailbox");
    }

    /** The key it speaks of, as shown; empty if none. */
    public String key() {
        return text("key");
    }

    /** A member; empty if it has none of that name. */
    public String text(String name) {
        return members.getOrDefault(name, "");
    }

    /** A whole number; 0 if it has none of that name. */
    public int number(String name) {
        String text = text(name);
        return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
