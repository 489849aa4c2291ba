package io.contactsync.core;

import java.util.Map;
import java.util.Set;

/**
 * What a plan has to respect in one run.
 *
 * @param instance this installation's name, as in the hidden keys it writes
 * @param sources the state of every source of this run, and of the retired ones; a source that is not named here is unknown and keeps its contacts
 * @param approved vanished keys, as the state shows them, whose deletion a human has approved in this run
 * @param unremembered sources without an earlier reading to compare with: not one of their deletions goes without a human
 */
public record Policy(String instance, Map<String, SourceState> sources, Set<ContactKey> approved, Set<String> unremembered) {

    public Policy {
        sources = Map.copyOf(sources);
        approved = Set.copyOf(approved);
        unremembered = Set.copyOf(unremembered);
    }

    /** A policy in which every source was read before. */
    public Policy(String instance, Map<String, SourceState> sources, Set<ContactKey> approved) {
        this(instance, sources, approved, Set.of());
    }
}
