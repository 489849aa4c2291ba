package io.contactsync.core;

import java.time.Duration;

/**
 * How patiently a mailbox is written.
 *
 * @param creates how often one create is tried (only after answers that prove it was not applied)
 * @param others how often one update or delete is tried
 * @param longestWait a mailbox that would have to wait longer is left for the next run
 * @param deadline how long one mailbox may take in a run
 * @param updateIfMatch whether Graph heeds the version that an update names; otherwise each is looked at once more
 * before it is sent
 */
public record DispatchRules(int creates, int others, Duration longestWait, Duration deadline, boolean updateIfMatch) {

    /** Three tries for a create, five for the rest, waits of at most five minutes. */
    public static DispatchRules within(Duration deadline, boolean updateIfMatch) {
        return new DispatchRules(3, 5, Duration.ofMinutes(5), deadline, updateIfMatch);
    }

    int tries(Action action) {
        return action == Action.CREATE ? creates : others;
    }
}
