package io.contactsync.workers;

/** Something on the wire that is not to be heeded; its message says why, in words that fit after a colon. */
public final class UnreadableLetterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableLetterException(String why) {
        super(why);
    }
}
