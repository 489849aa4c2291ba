package io.contactsync.journal;

/** The journal or the state cannot be written or read. No journal, no write: the run stops. The message is one sentence for the administrator. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")", cause);
    }
}
