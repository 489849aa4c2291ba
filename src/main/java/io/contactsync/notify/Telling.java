package io.contactsync.notify;

import java.util.Set;

/**
 * A notice on its way.
 *
 * @param channel whose route {@code notify-<channel>} takes it
 * @param ids what is told once it has gone out
 */
public record Telling(String channel, Notice notice, Set<String> ids) {

    public Telling {
        ids = Set.copyOf(ids);
    }
}
