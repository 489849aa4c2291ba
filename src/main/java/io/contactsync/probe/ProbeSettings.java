package io.contactsync.probe;

import java.time.Duration;

/**
 * How thorough the probe is.
 *
 * @param samples       how often what needs several tries is tried
 * @param patience      how long lists and filters may lag behind before "not found" counts
 * @param longest       how long a late contact is waited for
 * @param copyWait      how long a person may take to copy a contact in Outlook; zero does not ask
 * @param secondMailbox a mailbox that is only read, or empty
 */
public record ProbeSettings(int samples, Duration patience, Duration longest, Duration copyWait, String secondMailbox) {

    /** What a command line without options asks for. */
    public static ProbeSettings ordinary() {
        return new ProbeSettings(10, Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ZERO, "");
    }

    public ProbeSettings withCopyWait(Duration time) {
        return new ProbeSettings(samples, patience, longest, time, secondMailbox);
    }

    public ProbeSettings withSecondMailbox(String user) {
        return new ProbeSettings(samples, patience, longest, copyWait, user);
    }
}
