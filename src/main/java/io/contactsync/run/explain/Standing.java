package io.contactsync.run.explain;

/** How a source stands to somebody. */
public enum Standing {
    /** Names them. */
    NAMED,
    /** Leaves them out on purpose, by a rule. */
    EXCLUDED,
    /** Has a row of them that cannot be read. */
    REFUSED,
    /** Named them once. */
    LEFT,
    /** Does not know them. */
    UNKNOWN
}
