package io.contactsync.run;

import io.contactsync.core.Names;

/**
 * A mailbox to synchronise.
 *
 * @param mailbox the object id of its owner, never the user principal name
 * @param skip why it is skipped; null if it is not
 * @param name its owner's display name; empty if the directory tells none
 * @param address its owner's address, else the user principal name; empty if the directory tells none
 * @param left whether it is no target any more, and is only to be cleaned
 */
public record Target(String mailbox, String skip, String name, String address, boolean left) {

    /** One that is a target. */
    public Target(String mailbox, String skip, String name, String address) {
        this(mailbox, skip, name, address, false);
    }

    /** One of whose owner nothing is known. */
    public Target(String mailbox, String skip) {
        this(mailbox, skip, "", "");
    }

    /** The same, asked for contacts of ours whatever the directory says of its owner. */
    Target asked() {
        return Names.isObjectId(mailbox) ? new Target(mailbox, null, name, address, left) : this;
    }

    /** The same as one that is no target any more. */
    Target leaving() {
        return new Target(mailbox, skip, name, address, true);
    }

    /** It may stand on screens and in reports, but in no log: only its id is told. */
    @Override
    public String toString() {
        return "Target[mailbox=" + mailbox + ", skip=" + skip + "]";
    }
}
