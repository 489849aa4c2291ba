package io.contactsync.journal;

import io.contactsync.core.KnownMailbox;

import java.io.IOException;

/**
 * What is remembered of each mailbox between runs. A cache: what cannot be read is not known, which costs readings and
 * changes nothing in a mailbox. Used by many mailboxes at once, each by one thread.
 */
public interface MailboxMemory {

    /** What the last run left; {@link KnownMailbox#NOTHING} if nothing is known, or what is there is damaged. */
    KnownMailbox read(String mailbox);

    /**
     * Remembers it in place of what was; nothing at all if there is nothing of ours in the mailbox.
     *
     * @throws IOException if it cannot be kept
     */
    void write(String mailbox, KnownMailbox known) throws IOException;
}
