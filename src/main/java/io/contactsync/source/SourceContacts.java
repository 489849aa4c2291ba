package io.contactsync.source;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactKey;
import io.contactsync.problem.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a source gave in one reading.
 *
 * @param source the source's name
 * @param contacts normalised, each key once, in the source's order
 * @param problems why the reading is not complete, each in one sentence with its place; at most {@value #MAX_PROBLEMS}
 * are kept
 * @param counts what did not come through as it stands
 * @param notes what should be known of values, each in one sentence with place and owner; of each kind the first
 *        {@value Remarks#KEPT} are kept.
 *        They do not make the reading incomplete
 * @param summary the counts of all such values, in words; empty if there are none
 * @param leftOut rows that did not become contacts, and why; at most {@value #MAX_LEFT_OUT} are kept
 * @param origin the file that was read, if it was one
 */
public record SourceContacts(String source, List<Contact> contacts, List<Problem> problems, SourceCounts counts,
        List<Problem> notes, String summary, List<LeftOut> leftOut, SourceOrigin origin) {

    static final int MAX_PROBLEMS = 100;
    static final int MAX_LEFT_OUT = 100_000;

    public SourceContacts {
        contacts = List.copyOf(contacts);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        leftOut = List.copyOf(leftOut);
    }

    /** A reading of which nobody asks who was left out. */
    public SourceContacts(String source, List<Contact> contacts, List<Problem> problems, SourceCounts counts,
            List<Problem> notes, String summary) {
        this(source, contacts, problems, counts, notes, summary, List.of(), SourceOrigin.NONE);
    }

    /**
     * Together with a second reading of the same source: whoever is named by either is there, the second counts where
     * they differ.
     */
    public SourceContacts and(SourceContacts second) {
        Map<ContactKey, Contact> all = new LinkedHashMap<>();
        contacts.forEach(contact -> all.put(contact.key(), contact));
        second.contacts.forEach(contact -> all.put(contact.key(), contact));
        return new SourceContacts(source, List.copyOf(all.values()), second.problems, second.counts, second.notes,
                second.summary, second.leftOut, second.origin);
    }

    /** Whether it was read completely: only then may anything be deleted for being absent. */
    public boolean isComplete() {
        return problems.isEmpty();
    }

    /** How many rows were refused. */
    public int refused() {
        return counts.refused();
    }

    /** How many rows were left out on purpose. */
    public int excluded() {
        return counts.excluded();
    }

    /** The notes in one line, for the screen of the one who asked; empty if there is nothing to say. */
    public String note() {
        return notes.isEmpty() ? "" : source + ": " + summary + "; the first: " + notes.get(0).sentence();
    }
}
