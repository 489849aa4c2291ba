package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A line of a journal, as one that asks about the past reads it.
 *
 * @param run the run that wrote it
 * @param at when, by the clock of that machine
 * @param members its texts, numbers and truth values by name
 */
public record JournalLine(String run, Instant at, Map<String, String> members) {

    private static final JsonFactory JSON = new JsonFactory();

    public JournalLine {
        members = Map.copyOf(members);
    }

    /**
     * The texts, numbers and truth values of a line.
     *
     * @throws IOException if it is no JSON
     */
    static Map<String, String> members(byte[] bytes, int from, int to) throws IOException {
        Map<String, String> members = new HashMap<>();
        try (JsonParser json = JSON.createParser(bytes, from, to - from)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    members.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            return members;
        }
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
