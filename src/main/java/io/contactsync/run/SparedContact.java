package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Reach;

import java.util.List;

/**
 * A contact that an undo left as it is, although the run that is undone changed it; told once for all mailboxes that it
 * is left in for that reason.
 *
 * @param key whose, as it is shown
 * @param name their display name; empty if it is not known
 * @param reason why, in a few words
 * @param fields properties in which something else stands than that run wrote; empty unless that is the reason
 * @param reach in which mailboxes
 */
public record SparedContact(ContactKey key, String name, String reason, List<String> fields, Reach reach) {

    public SparedContact {
        fields = List.copyOf(fields);
    }

    /** What people call them: the name, else the source's own id. */
    public String called() {
        return name.isEmpty() ? key.text() : name;
    }

    /** It may stand on screens and in reports, but in no log: who it is is not told. */
    @Override
    public String toString() {
        return "SparedContact[" + key.shownOnce().text() + ", " + reason + ", mailboxes=" + reach.size() + "]";
    }
}
