package io.contactsync.run;

import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.RunLock;

import java.util.List;
import java.util.Set;

/** The journal of a run, with the lock under which it is written and whoever sees what it is told. */
final class RunRecord {

    private final RunLock lock;
    private final Journal journal;
    private volatile Witness witness = Witness.NONE;

    RunRecord(RunLock lock, Journal journal) {
        this.lock = lock;
        this.journal = journal;
    }

    Journal journal() {
        return journal;
    }

    /** What is about to be sent is on the disk when this returns, and the lock still holds. */
    void write(List<JournalEntry> entries, boolean sending) {
        if (sending) {
            lock.check();
            witness.sends(entries);
        }
        journal.write(entries, sending);
        witness.wrote(entries);
    }

    /** From now on that one sees what mailboxes do. */
    void show(Witness other) {
        witness = other;
    }

    /** Who sees what mailboxes do; nobody, if it is no part of another machine's run. */
    Witness witness() {
        return witness;
    }

    /**
     * Whether something may go out to those mailboxes: nobody else can have begun a run beside it or have one of them,
     * as far as it is known here.
     */
    boolean maySend(Set<String> mailboxes) {
        return lock.isOurs() && witness.maySend(mailboxes);
    }

    /**
     * Gives journal and lock back.
     *
     * @param failed whether the run says already that it failed: what cannot be kept of its end is the same
     * @throws JournalException if another run's end cannot be kept
     */
    void close(boolean failed) {
        try (lock) {
            journal.close();
        } catch (JournalException unkept) {
            if (!failed) {
                throw unkept;
            }
        }
    }
}
