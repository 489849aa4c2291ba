package io.contactsync.run;

/** This machine may no longer have a mailbox that it was given: nothing more is sent there. */
final class LostLeaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostLeaseException() {
        super("the coordinator has not answered in time: this machine may no longer have the mailbox, and sends nothing"
                + " more to it");
    }
}
