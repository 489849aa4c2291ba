package io.contactsync.journal;

import java.io.IOException;

import java.nio.file.Path;

/**
 * The journal or the state cannot be written or read. No journal, no write: the run stops. The message is one sentence
 * for the administrator.
 */
public class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Something that no other exception has caused. */
    public JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message + " (" + reason(cause) + ")", cause);
    }

    /**
     * A plain IOException has a sentence; the others say with their kind what happened, and with their message only
     * where.
     */
    private static String reason(Throwable cause) {
        return cause.getClass() == IOException.class ? cause.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /**
     * A journal is damaged in a line, counted from 1: what it knew of creates is lost, and only a human can go on
     * without it.
     */
    static JournalException damaged(Path journal, long line, Exception cause) {
        JournalException damaged = new JournalException("the journal '" + journal + "' is damaged in line " + line
                + ": it may know of contacts that no list shows yet, and without it they would be created again; "
                + "'contact-sync state set-aside "
                + journal.toAbsolutePath().getParent().getFileName() + "' goes on without it");
        if (cause != null) {
            damaged.initCause(cause);
        }
        return damaged;
    }
}
