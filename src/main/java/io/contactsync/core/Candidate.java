package io.contactsync.core;

import java.util.List;

/**
 * A contact of a mailbox that carries the marks of a former tool and no hidden key of ours: somebody has named those
 * marks, so that it may be read.
 *
 * @param id Graph's id of it
 * @param changeKey Graph's version of it, as it was read
 * @param categories all that it carries
 * @param content a fingerprint of all that Graph tells of it: equal contacts of different mailboxes have the same
 * @param inDefault whether it lies in the default folder; phones show no other
 * @param traits by what it is matched
 */
public record Candidate(String id, String changeKey, List<String> categories, String content, boolean inDefault,
        Traits traits) {

    public Candidate {
        categories = List.copyOf(categories);
    }
}
