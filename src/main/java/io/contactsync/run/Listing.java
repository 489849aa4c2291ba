package io.contactsync.run;

/** Which mailboxes a run goes to. */
public enum Listing {
    /** The targets. */
    TARGETS,
    /** The targets, and all mailboxes that earlier runs of this data folder have written. */
    KNOWN,
    /** Mailboxes that earlier runs have written, and that are no targets any more. */
    LEFT,
    /** Those of all users of the directory, and all that earlier runs have written. */
    EVERYONE,
    /** Those that the order's scope names, whoever they are. */
    NAMED
}
