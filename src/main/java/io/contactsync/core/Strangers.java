package io.contactsync.core;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

/** The contacts of one mailbox that somebody else has put there under our keys, and whether that is still going on. */
final class Strangers {

    private final Policy policy;
    private final Freshness freshness;
    private final BitSet fresh = new BitSet();
    private final BitSet old = new BitSet();
    private final Set<String> instances = new TreeSet<>();
    private int freshUnwanted;

    Strangers(Policy policy, Freshness freshness) {
        this.policy = policy;
        this.freshness = freshness;
    }

    /** Looks at a contact with a hidden key; its place is less than 0 if nobody wants it. */
    void look(CurrentContact contact, int place) {
        boolean strange = freshness.isStrange(contact, policy);
        if (place >= 0) {
            (strange ? fresh : old).set(place);
        } else if (strange) {
            freshUnwanted++;
        }
        if (policy.isAdopted(contact) && instances.size() < Kept.MOST_INSTANCES) {
            instances.add(contact.key().instance());
        }
    }

    /**
     * How many are there and new. A new contact beside an older one with the same key is a copy that the mailbox's
     * owner made.
     */
    int count() {
        BitSet alone = (BitSet) fresh.clone();
        alone.andNot(old);
        return alone.cardinality() + freshUnwanted;
    }

    Set<String> instances() {
        return instances;
    }
}
