package io.contactsync.run.explain;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;

import java.time.Instant;
import java.util.List;

/**
 * Somebody whom a source names, leaves out, or named once, by its last reading.
 *
 * @param source the source's name
 * @param id the source's own id of them; empty if it is not known
 * @param name their display name; empty if it is not known
 * @param addresses their e-mail addresses
 * @param standing how the source stands to them
 * @param reason the rule that leaves them out, or place and reason of the refusal; else empty
 * @param at of the reading that this is from; of somebody who left, of the last one that named them
 * @param hash content hash of all that is written of them; empty if they are no contact
 */
public record Someone(String source, String id, String name, List<String> addresses, Standing standing, String reason,
        Instant at, String hash) {

    public Someone {
        addresses = List.copyOf(addresses);
    }

    /** Somebody of whom the sources know nothing. */
    public static Someone unknown(String source, String id, String name, List<String> addresses) {
        return new Someone(source, id, name, addresses, Standing.UNKNOWN, "", null, "");
    }

    /** What people call them: the name, else the address, else the id, else where they stand. */
    public String called() {
        String address = addresses.isEmpty() ? id.isEmpty() ? reason : id : addresses.get(0);
        return name.isEmpty() ? address : name;
    }

    /** Who it is; null if no contact can be made of them: a row may have been refused for its very id. */
    public ContactKey key() {
        try {
            return new ContactKey(source, id);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    /** Whether the source names them now. */
    public boolean isNamed() {
        return standing == Standing.NAMED;
    }

    /** Whether that is what would be written of them now. */
    boolean isAsDesired(CurrentContact contact) {
        return hash.isEmpty() || hash.equals(contact.hash());
    }

    /** Why the source does not name them, if it once did or could. */
    String gone() {
        return switch (standing) {
            case EXCLUDED -> source + " leaves them out (" + reason + ")";
            case REFUSED -> "their row in " + source + " cannot be read (" + reason + ")";
            default -> source + " does not name them any more";
        };
    }
}
