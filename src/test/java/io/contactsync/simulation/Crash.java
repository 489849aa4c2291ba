package io.contactsync.simulation;

/** The process is gone; what it had not written is lost. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super(null, null, false, false);
    }
}
