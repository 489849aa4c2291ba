package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row of a source that did not become a contact, and why: on purpose, or because it was refused.
 *
 * @param id the source's own id of it, without which no key can be made; empty if it is not known
 * @param name as the source shows it; empty if it is not known
 * @param address an e-mail address; empty if it is not known
 * @param place where the row stands, for example {@code offices.csv, line 17}
 * @param reason the rule that leaves it out, for example {@code department=Interns}, or why it was refused; for
 *        screens, it may hold what was found
 * @param refused whether it was refused, which makes the reading incomplete
 */
public record LeftOut(String id, String name, String address, String place, String reason, boolean refused) {

    /** The rule of rows that their mapping drops. */
    public static final String BY_MAPPING = "its mapping leaves it out";
    /** The rule of contacts in a central mailbox that is a target too. */
    static final String OURS = "contact-sync wrote it there";

    /** A user of the directory, or a row as its mapping made it. */
    static LeftOut of(JsonNode row, String place, String reason, boolean refused) {
        return new LeftOut(text(row.path("id")), text(row.path("displayName")), address(row), place, reason, refused);
    }

    /** A row of which nothing is known but its place. */
    static LeftOut at(String place, String reason, boolean refused) {
        return new LeftOut("", "", "", place, reason, refused);
    }

    private static String address(JsonNode row) {
        JsonNode first = row.path("emailAddresses").path(0).path("address");
        return text(first.isMissingNode() ? row.path("mail") : first);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
