package io.contactsync.journal;

/** What a source named last cannot be trusted: whoever asks may go on as if the source had never been read. */
public final class DamagedStateException extends JournalException {

    private static final long serialVersionUID = 1L;

    DamagedStateException(String message) {
        super(message);
    }
}
