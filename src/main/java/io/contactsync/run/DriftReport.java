package io.contactsync.run;

import io.contactsync.core.Drifted.Fate;

import java.util.List;
import java.util.Map;

/**
 * What others have done to contacts of ours, over all mailboxes of a run.
 *
 * @param lines the first of them, in the order of mailboxes
 * @param contacts how many there are, by what becomes of them
 * @param mailboxes in how many mailboxes
 */
public record DriftReport(List<DriftLine> lines, Map<Fate, Integer> contacts, Map<Fate, Integer> mailboxes) {

    /** Nobody has done anything. */
    public static final DriftReport NONE = new DriftReport(List.of(), Map.of(), Map.of());

    public DriftReport {
        lines = lines == null ? List.of() : List.copyOf(lines);
        contacts = contacts == null ? Map.of() : Map.copyOf(contacts);
        mailboxes = mailboxes == null ? Map.of() : Map.copyOf(mailboxes);
    }

    /** How many contacts of which that becomes. */
    public int contacts(Fate fate) {
        return contacts.getOrDefault(fate, 0);
    }

    /** In how many mailboxes there are such. */
    public int mailboxes(Fate fate) {
        return mailboxes.getOrDefault(fate, 0);
    }
}
