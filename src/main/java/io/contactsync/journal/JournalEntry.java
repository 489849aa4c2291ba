package io.contactsync.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One line of the journal while it is made up: what it is about, and its members in the order in which they come. */
public final class JournalEntry {

    private final Grammar event;
    private final List<String> names = new ArrayList<>(10);
    private final List<Object> values = new ArrayList<>(10);

    private JournalEntry(Grammar event) {
        this.event = event;
    }

    /** Begins an entry. */
    public static JournalEntry of(Grammar event) {
        return new JournalEntry(event);
    }

    /** Adds a text, a number, a boolean, a map or a list of them; null and the empty text are left out. */
    public JournalEntry with(String name, Object value) {
        if (value == null || "".equals(value)) {
            return this;
        }
        int place = names.indexOf(name);
        if (place < 0) {
            names.add(name);
            values.add(value);
        } else {
            values.set(place, value);
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
    public String text(String name) {
        int place = names.indexOf(name);
        return place < 0 ? null : values.get(place).toString();
    }

    /** Hands its members over, as they come. */
    void each(BiConsumer<String, Object> taker) {
        for (int place = 0; place < names.size(); place++) {
            taker.accept(names.get(place), values.get(place));
        }
    }

    /** The same without a member. */
    public JournalEntry without(String name) {
        int place = names.indexOf(name);
        if (place >= 0) {
            names.remove(place);
            values.remove(place);
        }
        return this;
    }

    /** Its members so far. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        each(members::put);
        return Collections.unmodifiableMap(members);
    }
}
