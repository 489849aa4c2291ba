package io.contactsync.run;

/**
 * A run or a plan that somebody named cannot be found, read or used. The message is one sentence for that person;
 * nothing was done.
 */
public final class UnreadableRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRunException(String message) {
        super(message);
    }

    UnreadableRunException(String message, Exception cause) {
        super(message, cause);
    }
}
