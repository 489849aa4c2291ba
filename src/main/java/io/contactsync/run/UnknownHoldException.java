package io.contactsync.run;

import io.contactsync.core.Hold;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Something was approved that no run has held. Nothing was read or written; the message names what the latest one held. */
public final class UnknownHoldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownHoldException(Collection<String> unknown, List<Hold> latest) {
        super("--approve: no run has held " + String.join(", ", unknown) + "; " + (latest.isEmpty() ? "the latest one held nothing"
                : "the latest one held " + latest.stream().map(Hold::id).collect(Collectors.joining(", ")))
                + " - leave it out, or look at 'sync --dry-run'");
    }
}
