package io.contactsync.journal;

import java.time.Duration;

/**
 * What is known of the recent creates of one mailbox, as it goes to another machine: 64-bit hashes of keys.
 *
 * @param everything whether any create may have been sent
 * @param lost whether a worker was lost that had the mailbox
 * @param sent creates that may have been applied; null if there were none
 * @param created what this data folder has lately set out to create; null if nothing
 * @param adopted what it has lately taken over; null if nothing
 * @param category whether it has put our category there
 */
public record MailboxCreates(boolean everything, boolean lost, long[] sent, long[] created, long[] adopted,
        boolean category) {

    /** A worker that is lost may go on that long after the last line that names it. */
    public static final Duration UNHEARD = Duration.ofMinutes(5);
}
