package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.Hold;
import io.contactsync.journal.KnownHold;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a run has come, as far as it tells what became of holds.
 *
 * @param isPlan whether it ended before the first write
 * @param complete whether it came to its end
 * @param everythingHeld whether no mailbox was read, because the whole run waits
 * @param isAnythingHeld whether anything waits after it
 * @param isAnyFailed whether any mailbox lacks something
 * @param uses ids of the holds that were let through in it
 * @param unclear sources that were not read completely
 * @param quiet sources whose deletions wait as a whole: none of them is seen in mailboxes
 * @param carriedOut what became of what was let through in mailboxes
 * @param named contacts that the sources name, {@code source|id} as shown
 */
record RunReach(boolean isPlan, boolean complete, boolean everythingHeld, boolean isAnythingHeld, boolean isAnyFailed,
        Set<String> uses, Set<String> unclear, Set<String> quiet, CarryingOut carriedOut, Set<String> named) {

    boolean used(String id) {
        return uses.contains(id);
    }

    /** Whether all mailboxes were planned. */
    boolean sawMailboxes() {
        return complete && !everythingHeld;
    }

    boolean missedAny(Collection<String> mailboxes) {
        return mailboxes.stream().anyMatch(carriedOut.failed()::contains);
    }

    /** Whether it would have held that, if it were still to be held. */
    boolean couldSee(KnownHold hold) {
        if (!hold.kind().isOfMailboxes()) {
            return complete && !unclear.contains(hold.subject());
        }
        return sawMailboxes() && !isSilent(hold) && !missedAny(hold.members().keySet());
    }

    /** Whether deletions of its sources were kept back before any mailbox was planned. */
    private boolean isSilent(KnownHold hold) {
        return hold.keys().stream().map(RunReach::source)
                .anyMatch(source -> unclear.contains(source) || quiet.contains(source));
    }

    private static String source(String key) {
        return key.substring(0, Math.max(0, key.indexOf('|')));
    }

    /**
     * What is still to be done of what was let through in a mailbox; empty if nothing is, or if something else would be
     * by now.
     */
    Optional<String> left(KnownHold hold, String mailbox, String what) {
        Set<Change> rest = carriedOut.left(hold.kind(), mailbox);
        if (rest != null) {
            return rest.isEmpty() ? Optional.empty() : Optional.of(Hold.id(hold.kind(), rest));
        }
        return sawMailboxes() && !isSilent(hold) && !carriedOut.failed().contains(mailbox) ? Optional.empty()
                : Optional.of(what);
    }

    /** Whether it was carried out in any of them. */
    boolean didAny(KnownHold hold) {
        return hold.members().keySet().stream()
                .anyMatch(mailbox -> Set.of().equals(carriedOut.left(hold.kind(), mailbox)));
    }

    boolean names(List<String> keys) {
        return named.containsAll(keys);
    }
}
