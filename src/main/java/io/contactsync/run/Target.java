package io.contactsync.run;

import java.io.Serializable;

/**
 * A mailbox to synchronise.
 *
 * @param mailbox the object id of its owner, never the user principal name
 * @param skip why it is skipped; null if it is not
 */
public record Target(String mailbox, String skip) implements Serializable {
}
