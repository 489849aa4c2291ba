package io.contactsync.core;

/** What may be concluded from a contact that a source no longer names. */
public enum SourceState {
    /** Read completely: what is not there is gone, and may be deleted. */
    COMPLETE,
    /** Not read completely: nothing may be concluded. */
    INCOMPLETE,
    /** Read completely, but so much vanished that a human has to approve it first. */
    HELD,
    /** No longer a source, and named in {@code sync.retired-sources}: its contacts go. */
    RETIRED
}
