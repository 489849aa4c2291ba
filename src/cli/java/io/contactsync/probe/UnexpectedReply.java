package io.contactsync.probe;

/**
 * A step that leads up to a question did not succeed, so the question stays open. The message holds statuses and codes
 * alone.
 */
final class UnexpectedReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    UnexpectedReply(String message) {
        this(message, false);
    }

    /** @param lasting whether trying again is of no use */
    UnexpectedReply(String message, boolean lasting) {
        super(message);
        this.lasting = lasting;
    }

    boolean lasting() {
        return lasting;
    }
}
