package io.contactsync.journal;

import java.nio.file.Path;

/**
 * A journal that the next run needs is damaged, or a part of it is missing: what it knew of creates is lost, and only a
 * human can go on without it. It is never read as if it held nothing.
 */
public final class DamagedJournalException extends JournalException {

    private static final long serialVersionUID = 1L;

    private final String run;

    /** @param file of the journal, in the run's folder */
    DamagedJournalException(Path file, String what, Exception cause) {
        super("the journal '" + file + "' " + what
                + ": it may know of contacts that no list shows yet, and without it they would be created again; "
                + "'contact-sync state rebuild' goes on without it");
        this.run = JournalReader.run(file);
        if (cause != null) {
            initCause(cause);
        }
    }

    /** Damaged in a line, counted from 1. */
    static DamagedJournalException inLine(Path file, long line, Exception cause) {
        return new DamagedJournalException(file, "is damaged in line " + line, cause);
    }

    /** Not to be read at all. */
    static DamagedJournalException unreadable(Path file, Exception cause) {
        return new DamagedJournalException(file, "cannot be read (" + reason(cause) + ")", cause);
    }

    /** What is wrong, and where, without what it means for a run. */
    String what() {
        return getMessage().replaceFirst(": it may know of .*", "");
    }

    /** The run that wrote it. */
    String run() {
        return run;
    }
}
