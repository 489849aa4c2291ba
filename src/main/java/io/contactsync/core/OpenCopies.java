package io.contactsync.core;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys that stand more than once, and of which it could not be settled which contact is ours: nothing else of them goes
 * in this run.
 */
final class OpenCopies {

    private static final Set<Outcome.Kind> FAILED =
            EnumSet.of(Outcome.Kind.REJECTED, Outcome.Kind.UNKNOWN, Outcome.Kind.DEFERRED, Outcome.Kind.LEFT);

    private final Set<ContactKey> keys = new HashSet<>();

    /** Whether there is none. */
    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** A second look at a change was judged: what cannot be compared is open, and so is one whose twin is the copy. */
    void seen(Change change, SecondLook.Verdict verdict) {
        if (change.isSweep() && (SecondLook.UNTOLD.equals(verdict.reason())
                || change.twin().equals(verdict.change().contactId()))) {
            keys.add(change.key());
        }
    }

    /** That is what the changes in flight came to: of what is open the rest is spared. */
    void leave(List<Dispatch.Pending> rest, List<Outcome> outcomes) {
        outcomes.stream().filter(outcome -> outcome.change().isOfCopy() && FAILED.contains(outcome.kind()))
                .forEach(outcome -> keys.add(outcome.change().key()));
        rest.removeIf(pending -> keys.contains(pending.change().key()) && !pending.change().isOfCopy()
                && outcomes.add(pending.ends(Outcome.Kind.SPARED, SecondLook.TWICE)));
    }
}
