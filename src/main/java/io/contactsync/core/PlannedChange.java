package io.contactsync.core;

import java.util.List;

/**
 * A change that mailboxes of a run share: told once, with the mailboxes it reaches.
 *
 * @param action what
 * @param key to whose contact
 * @param name that contact's display name; empty if it is not known
 * @param move what became of the person in the source since its last accepted reading
 * @param reason why, in a few words; for a person who left, the rule that left them out where it is known
 * @param before content hash of what the mailboxes hold; empty for a create, or if they carry none
 * @param after content hash of what they will hold; empty for a deletion
 * @param known whether the content behind {@code before} is known: only then do the fields tell what was there
 * @param fields of an update, what changes; empty otherwise, or if it is not known
 * @param reach in which mailboxes
 */
public record PlannedChange(Action action, ContactKey key, String name, Move move, String reason, String before,
        String after, boolean known, List<FieldChange> fields, Reach reach) {

    /** What became of a person in their source since its last accepted reading. */
    public enum Move {
        /** The source names them for the first time. */
        JOINED,
        /** The source does not name them any more. */
        LEFT,
        /** The source says something else of them. */
        CHANGED,
        /** The source says what it said: a mailbox catches up. */
        NONE
    }

    public PlannedChange {
        fields = List.copyOf(fields);
    }

    /** Whether it takes away a double, and no contact of a source. */
    public boolean isSweep() {
        return action == Action.DELETE && reason.equals(Change.SWEEP);
    }

    /** It may stand on screens and in reports, but in no log: whose contact it is, and what is in it, is not told. */
    @Override
    public String toString() {
        return "PlannedChange[" + action + " " + key.shown().text() + ", " + move + ", fields=" + fields.size()
                + ", mailboxes=" + reach.size() + "]";
    }
}
