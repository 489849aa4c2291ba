package io.contactsync.probe;

/** The probe was told to end: nothing is asked any more. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped");
    }
}
