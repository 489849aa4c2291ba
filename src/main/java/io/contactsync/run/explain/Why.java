package io.contactsync.run.explain;

/** Why somebody is, or is not, on the phone of a mailbox's owner. */
public enum Why {
    /** Nothing is wrong on this side: it is the phone's turn. */
    THERE,
    /** The contact is there with old values. */
    OUTDATED,
    /** Several contacts with the same key are there. */
    TWICE,
    /** The contact lies in a folder that phones do not see. */
    IN_FOLDER,
    /** The source leaves the person out, by a rule. */
    EXCLUDED,
    /** The person's row cannot be read. */
    REFUSED,
    /** The person's account is disabled. */
    DISABLED,
    /** The person has no licence. */
    NO_LICENCE,
    /** The person is a guest. */
    GUEST,
    /** Nobody knows the person. */
    NO_SUCH_USER,
    /** The source was not read to its end, and what was read of it does not name the person. */
    SOURCE_INCOMPLETE,
    /** The source does not name the person. */
    NOT_NAMED,
    /** The person has left, and the deletions of the source wait for an approval. */
    NAME_HELD,
    /** The person has left, and the deletions in the mailbox wait for an approval. */
    MAILBOX_HELD,
    /** The whole run waits for an approval. */
    RUN_HELD,
    /** The mailbox is none of the targets. */
    NOT_A_TARGET,
    /** There is no mailbox, or nothing to synchronise there. */
    SKIPPED,
    /** The mailbox could not be read just now. */
    UNREADABLE,
    /** It is the owner's own card. */
    OWN_CARD,
    /** The mailbox's owner took our category off. */
    RELEASED,
    /** Another installation's contact is there. */
    OTHER_INSTANCE,
    /** A create was sent, and is not repeated before it has settled. */
    IN_DOUBT,
    /** The mailbox's owner deleted it. */
    DELETED_BY_OWNER,
    /** Graph refused the contact. */
    REJECTED,
    /** Creates wait in the mailbox until earlier ones have settled. */
    MAILBOX_WAITS,
    /** The mailbox failed in the latest run. */
    MAILBOX_FAILED,
    /** No run has come to it yet. */
    NOT_YET
}
