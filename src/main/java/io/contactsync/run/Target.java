package io.contactsync.run;

/**
 * A mailbox to synchronise.
 *
 * @param mailbox the object id of its owner, never the user principal name
 * @param skip why it is skipped; null if it is not
 * @param name its owner's display name; empty if the directory tells none
 * @param address its owner's address, else the user principal name; empty if the directory tells none
 */
public record Target(String mailbox, String skip, String name, String address) {

    /** One of whose owner nothing is known. */
    public Target(String mailbox, String skip) {
        this(mailbox, skip, "", "");
    }

    /** It may stand on screens and in reports, but in no log: only its id is told. */
    @Override
    public String toString() {
        return "Target[mailbox=" + mailbox + ", skip=" + skip + "]";
    }
}
