package io.contactsync.cli.explain;

import java.util.List;

/** A person or mailbox is not clear: nobody, or more than one, is meant. */
final class UnclearException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Candidate> candidates;

    /**
     * Somebody who may be meant.
     *
     * @param name what people call them
     * @param which address and key: what tells them from others, and what can be asked for
     */
    record Candidate(String name, String which) {

        String line() {
            return name + "  " + which;
        }
    }

    UnclearException(String message, List<Candidate> candidates) {
        super(message);
        this.candidates = List.copyOf(candidates);
    }

    List<Candidate> candidates() {
        return candidates;
    }
}
