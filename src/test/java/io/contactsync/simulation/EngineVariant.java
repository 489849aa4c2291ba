package io.contactsync.simulation;

/**
 * The engine that ships, and engines that are wrong on purpose: a simulation that does not catch them proves nothing.
 */
enum EngineVariant {
    AS_SHIPPED,
    /** Sends a create again after an answer that proves nothing. */
    BLIND_RETRY,
    /** Takes the mailbox's list for the truth at once. */
    NO_SETTLE,
    /** Concludes from an incomplete source that the rest is gone. */
    DELETES_WHILE_INCOMPLETE,
    /** Does not hear Retry-After. */
    DEAF_TO_RETRY_AFTER,
    /** Sends before its intents are on the disk. */
    INTENTS_NOT_DURABLE,
    /** Takes the visible category alone for the proof of ownership. */
    CATEGORY_IS_PROOF,
    /** Measures ages by the machine's clock, whatever it has done meanwhile. */
    WALL_CLOCK_AGES,
    /** Leaves out journals whose file looks old by the machine's clock. */
    FILE_TIMES,
    /** Takes a data folder that is empty for one that knows of every create. */
    YOUNG_FOLDER_TRUSTED,
    /** Sends updates without looking at their contacts once more. */
    NO_SECOND_LOOK,
    /** Sees the default folder only. */
    IGNORES_FOLDERS,
    /** Takes every copy for an equal one. */
    SWEEPS_EDITED_COPIES,
    /** Creates although somebody else has just created there. */
    IGNORES_STRANGERS
}
