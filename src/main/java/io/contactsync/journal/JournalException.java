package io.contactsync.journal;

import java.io.IOException;

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

    /** Something that another exception has caused, which is told too. */
    public JournalException(String message, Throwable cause) {
        super(message + " (" + reason(cause) + ")", cause);
    }

    /**
     * A plain IOException has a sentence; the others say with their kind what happened, and with their message only
     * where.
     */
    static String reason(Throwable cause) {
        return cause.getClass() == IOException.class ? cause.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
