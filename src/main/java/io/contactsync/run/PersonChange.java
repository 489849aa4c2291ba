package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.ContactKey;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;

import java.util.List;

/**
 * All that a run plans about one person, whatever their mailboxes hold now.
 *
 * @param key of their contact
 * @param name their display name; empty if it is not known
 * @param move what became of them in their source
 * @param reason why, in a few words
 * @param creates in how many mailboxes their contact is created
 * @param updates in how many it is updated
 * @param deletes in how many it is deleted
 * @param fields of the updates, what changes, as people read it: names before numbers
 * @param unknown in how many mailboxes an update's contact before is not known
 * @param reach in which mailboxes anything changes
 */
public record PersonChange(ContactKey key, String name, Move move, String reason, int creates, int updates,
        int deletes, List<FieldShift> fields, int unknown, Reach reach) {

    public PersonChange {
        fields = List.copyOf(fields);
    }

    /** What people call them: the name, else the source's own id. */
    public String called() {
        return name.isEmpty() ? key.text() : name;
    }

    /** How many changes of that kind. */
    public int count(Action action) {
        return switch (action) {
            case CREATE -> creates;
            case UPDATE -> updates;
            case DELETE -> deletes;
        };
    }

    /** It may stand on screens and in reports, but in no log: who it is, and what changes, is not told. */
    @Override
    public String toString() {
        return "PersonChange[" + key.shown().text() + ", " + move + ", creates=" + creates + ", updates=" + updates
                + ", deletes=" + deletes + ", mailboxes=" + reach.size() + "]";
    }
}
