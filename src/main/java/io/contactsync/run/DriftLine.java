package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Drifted;
import io.contactsync.core.FieldChange;

import java.util.List;

/**
 * What somebody has done to a contact of ours in a mailbox, as it is told to people.
 *
 * @param key whose contact
 * @param name that contact's display name; empty if it is not known
 * @param mailbox the place of the mailbox in the run's list
 * @param fields what stands there, and what we would write
 * @param fate what becomes of it
 */
public record DriftLine(ContactKey key, String name, int mailbox, List<FieldChange> fields, Drifted.Fate fate) {

    public DriftLine {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** It may stand on screens and in reports, but in no log: who it is, and what is in it, is not told. */
    @Override
    public String toString() {
        return "DriftLine[" + key.shown().text() + ", " + fate + ", fields=" + fields.size() + "]";
    }
}
