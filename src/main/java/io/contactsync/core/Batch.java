package io.contactsync.core;

import java.util.List;

/**
 * At most {@value #MAX} changes of one mailbox that travel together. Deletions never travel with anything else.
 *
 * @param mailbox the mailbox's object id
 * @param changes 1 to {@value #MAX}; a change's place (from 0) is how its answer is found
 */
public record Batch(String mailbox, List<Change> changes) {

    /** Graph's limit (https://learn.microsoft.com/graph/json-batching#batch-size-limitations). */
    public static final int MAX = 20;

    public Batch {
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.size() > MAX) {
            throw new IllegalArgumentException("a batch holds 1 to " + MAX + " changes - was " + changes.size());
        }
    }
}
