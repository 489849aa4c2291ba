package io.contactsync.cli;

import java.util.List;

/** A person or mailbox is not clear: nobody, or more than one, is meant. */
final class UnclearException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> candidates;

    /** @param candidates those who may be meant, a line each */
    UnclearException(String message, List<String> candidates) {
        super(message);
        this.candidates = List.copyOf(candidates);
    }

    List<String> candidates() {
        return candidates;
    }
}
