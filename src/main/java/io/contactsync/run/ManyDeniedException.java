package io.contactsync.run;

/** So many mailboxes refuse this application that it is the configuration: the run ends. One sentence, no names. */
final class ManyDeniedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ManyDeniedException(String message) {
        super(message);
    }
}
