package io.contactsync.core;

import java.util.Map;
import java.util.Set;

/**
 * What a plan has to respect in one run.
 *
 * @param instance this installation's name, as in the hidden keys it writes
 * @param sources the state of every source of this run, and of the retired ones; a source that is not named here is unknown and keeps its contacts
 * @param approved sources whose deletions a human has approved in this run
 */
public record Policy(String instance, Map<String, SourceState> sources, Set<String> approved) {

    public Policy {
        sources = Map.copyOf(sources);
        approved = Set.copyOf(approved);
    }
}
