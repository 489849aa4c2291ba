package io.contactsync.run;

import java.util.Collection;

/** Something was approved that does not wait. Nothing was read or written; the message names what does. */
public final class UnknownHoldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownHoldException(Collection<String> unknown, Collection<String> waiting) {
        super("--approve: no hold of the last runs has the id " + String.join(", ", unknown) + "; "
                + (waiting.isEmpty() ? "nothing waits" : "those that wait are " + String.join(", ", waiting))
                + " - leave it out, or look at 'sync --dry-run'");
    }
}
