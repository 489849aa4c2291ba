package io.contactsync.run;

import io.contactsync.journal.KnownHold;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something was decided about a hold that is not there, or not told apart from others. Nothing was read or written; the
 * message names those there are.
 */
public final class UnknownHoldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String SEE = " - see 'contact-sync holds'";

    /** @param meant those that it may mean: none, or several */
    UnknownHoldException(String id, List<KnownHold> meant, List<KnownHold> known) {
        super(meant.isEmpty()
                ? "there is no hold '" + id + "'" + tooShort(id) + ": "
                        + (known.isEmpty() ? "nothing is held" : "held is " + ids(known)) + SEE
                : "'" + id + "' is the beginning of several holds: " + ids(meant) + SEE);
    }

    private static String tooShort(String id) {
        return id.length() < Holds.LEAST ? " (the beginning of an id has at least " + Holds.LEAST + " characters)" : "";
    }

    private static String ids(List<KnownHold> holds) {
        return holds.stream().map(KnownHold::id).sorted().collect(Collectors.joining(", "));
    }
}
