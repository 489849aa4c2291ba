package io.contactsync.run;

/**
 * What contacts are marked with has changed since the runs before. The message is one sentence for whoever changed it;
 * nothing was done.
 */
public final class ChangedMarksException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMarksException(String message) {
        super(message);
    }
}
