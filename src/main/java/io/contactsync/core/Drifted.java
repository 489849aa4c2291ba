package io.contactsync.core;

import java.util.List;
import java.util.Objects;

/**
 * A contact of ours to which its mailbox's owner, or a phone, has done something.
 *
 * @param key whose contact
 * @param contactId Graph's id of it; null if it is not there
 * @param fields what differs: what stands there, and what we would write
 * @param fate what becomes of it
 */
public record Drifted(ContactKey key, String contactId, List<FieldChange> fields, Fate fate) {

    /** What becomes of it. */
    public enum Fate {
        /** It becomes again what the source says. */
        RESTORED,
        /** It stays so, and is told. */
        REPORTED,
        /** It stays so until the source changes those fields. */
        RESPECTED,
        /** Exchange makes that of what we write: it is as good as it gets. */
        REWRITTEN,
        /** Its owner took the category off: it is left alone. */
        RELEASED,
        /** The same, but it is taken back, for somebody asked for that. */
        GIVEN_BACK,
        /** Its owner deleted it so often that it is not made again. */
        DELETED
    }

    public Drifted {
        Objects.requireNonNull(key);
        Objects.requireNonNull(fate);
        fields = List.copyOf(fields);
    }

    /** It may stand on screens and in reports, but in no log: whose contact it is, and what is in it, is not told. */
    @Override
    public String toString() {
        return "Drifted[" + key.shown().text() + ", " + fate + ", fields=" + fields.size() + "]";
    }
}
