package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.Outcome;
import io.contactsync.journal.JournalEntry;

import java.util.List;

/** Something that a worker did in a mailbox, as its journal tells it. */
sealed interface AccountPart {

    /** A line of the journal that is about none of the plan's changes. */
    record Wrote(JournalEntry line) implements AccountPart {
    }

    /** Changes that were about to be sent. */
    record Intended(List<Change> changes) implements AccountPart {
    }

    /** What became of changes. */
    record Came(List<Outcome> outcomes) implements AccountPart {
    }
}
