package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.Outcome;
import io.contactsync.core.SeenContent;
import io.contactsync.journal.JournalEntry;

import java.util.List;
import java.util.Set;

/** Sees what the mailboxes of a run do, and may keep them from sending. Told by all mailboxes at once. */
interface Witness {

    /** One that looks at nothing. */
    Witness NONE = new Witness() {
    };

    /** A mailbox was planned. */
    default void planned(MailboxPlan planned) {
    }

    /** What contacts held that are about to be changed. */
    default void seen(String mailbox, List<SeenContent> contents) {
    }

    /**
     * Those intents are about to go out.
     *
     * @throws IllegalStateException if they must not
     */
    default void sends(List<JournalEntry> intents) {
    }

    /** Whether anything may go out to those mailboxes at this moment. */
    default boolean maySend(Set<String> mailboxes) {
        return true;
    }

    /** Those lines stand in the journal. */
    default void wrote(List<JournalEntry> entries) {
    }

    /** The intents of those changes are on the disk. */
    default void intended(String mailbox, List<Change> changes) {
    }

    /** What became of changes. */
    default void came(String mailbox, List<Outcome> outcomes) {
    }
}
