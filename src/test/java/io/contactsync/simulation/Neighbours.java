package io.contactsync.simulation;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Whether a list shows that somebody else creates our contacts there; the oracle's own word, a little less strict at
 * the edges than the core's.
 */
final class Neighbours {

    private static final long EDGE_SECONDS = Duration.ofMinutes(1).toSeconds();

    private Neighbours() {
    }

    static boolean show(List<CurrentContact> list, long now, Set<ContactKey> made) {
        return list.stream()
                .anyMatch(contact -> isNew(contact, now) && contact.key().key().source().equals(World.SOURCE)
                        && !made.contains(contact.key().key())
                        && list.stream().allMatch(other -> isNew(other, now) || !isSame(contact, other)));
    }

    private static boolean isSame(CurrentContact one, CurrentContact other) {
        return other.key() != null && other.key().key().equals(one.key().key());
    }

    private static boolean isNew(CurrentContact contact, long now) {
        return contact.key() != null && contact.created() > (now - Engine.SETTLE_MILLIS) / 1_000 + EDGE_SECONDS;
    }
}
