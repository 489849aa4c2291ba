package io.contactsync.core;

import java.util.Map;
import java.util.Set;

/**
 * What a plan has to respect in one run.
 *
 * @param instance this installation's name, as in the hidden keys it writes
 * @param sources the state of every source of this run, and of the retired ones; a source that is not named here is
 * unknown and keeps its contacts
 * @param approved vanished keys, as the state shows them, whose deletion a human has approved in this run
 * @param unremembered sources without an earlier reading to compare with: not one of their deletions goes without a
 * human
 * @param adopted names of other installations whose contacts count as ours in this run, because a human said so
 */
public record Policy(String instance, Map<String, SourceState> sources, Set<ContactKey> approved,
        Set<String> unremembered, Set<String> adopted) {

    public Policy {
        sources = Map.copyOf(sources);
        approved = Set.copyOf(approved);
        unremembered = Set.copyOf(unremembered);
        adopted = Set.copyOf(adopted);
    }

    /** A policy that adopts nobody's contacts. */
    public Policy(String instance, Map<String, SourceState> sources, Set<ContactKey> approved,
            Set<String> unremembered) {
        this(instance, sources, approved, unremembered, Set.of());
    }

    /** A policy in which every source was read before. */
    public Policy(String instance, Map<String, SourceState> sources, Set<ContactKey> approved) {
        this(instance, sources, approved, Set.of());
    }

    /** The same policy, with the contacts of those other installations as ours. */
    public Policy adopting(Set<String> instances) {
        return new Policy(instance, sources, approved, unremembered, instances);
    }

    /** Whose a contact is. */
    public Ownership of(CurrentContact contact) {
        return contact.ownership(instance, adopted);
    }

    /** Whether a contact that is ours in this run still carries another installation's key. */
    boolean isAdopted(CurrentContact contact) {
        return !contact.key().instance().equals(instance);
    }
}
