package io.contactsync.probe;

import java.time.Duration;
import java.util.Set;

/**
 * How thorough the probe is.
 *
 * @param samples       how often what needs several tries is tried
 * @param patience      how long lists and filters may lag behind before "not found" counts
 * @param longest       how long a late contact is waited for
 * @param copyWait      how long a person may take to copy a contact in Outlook; zero does not ask
 * @param secondMailbox a mailbox that is only read, or empty
 * @param only          keys of the questions to ask; empty for all
 */
public record ProbeSettings(int samples, Duration patience, Duration longest, Duration copyWait, String secondMailbox,
        Set<String> only) {

    /** What a command line without options asks for. */
    public static ProbeSettings ordinary() {
        return new ProbeSettings(10, Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ZERO, "", Set.of());
    }

    /** The same with that time for a person to copy a contact. */
    public ProbeSettings withCopyWait(Duration time) {
        return new ProbeSettings(samples, patience, longest, time, secondMailbox, only);
    }

    /** The same with another mailbox, which is only read; empty for none. */
    public ProbeSettings withSecondMailbox(String user) {
        return new ProbeSettings(samples, patience, longest, copyWait, user, only);
    }

    /** @throws IllegalArgumentException a sentence, if there is no such question */
    public ProbeSettings withOnly(Set<String> keys) {
        Questions.require(keys);
        return new ProbeSettings(samples, patience, longest, copyWait, secondMailbox, Set.copyOf(keys));
    }
}
