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
    private final Set<String> copies = new HashSet<>();
    private final Set<String> unmarked = new HashSet<>();

    /** Whether there is none. */
    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** A second look at a change was judged: what cannot be compared is open, and so is one whose twin is the copy. */
    void seen(Change change, SecondLook.Verdict verdict) {
        boolean twinIsCopy = change.isSweep() && change.twin().equals(verdict.change().contactId());
        if (twinIsCopy || change.isSweep() && SecondLook.UNTOLD.equals(verdict.reason())) {
            keys.add(change.key());
        }
        if (twinIsCopy) {
            copies.add(change.twin());
        }
    }

    /** A copy loses our marks once, also where it is the twin of several; empty if it does already. */
    List<Pending> unmarked(Change copy) {
        return unmarked.add(copy.contactId()) ? List.of(new Pending(copy)) : List.of();
    }

    /**
     * That is what the changes in flight came to: of what is open the rest is spared. An update of a copy has no
     * outcome of its own: that our marks are taken off it stands in its place.
     */
    void leave(List<Pending> rest, List<Outcome> outcomes) {
        outcomes.stream().filter(outcome -> outcome.change().isOfCopy() && FAILED.contains(outcome.kind()))
                .forEach(outcome -> keys.add(outcome.change().key()));
        rest.removeIf(pending -> isOpen(pending.change()) && (isReplaced(pending.change())
                || outcomes.add(pending.ends(Outcome.Kind.SPARED, SecondLook.TWICE))));
    }

    /** What equals a copy is not ours to delete either: it is compared with the right one in the next run. */
    private boolean isOpen(Change change) {
        return copies.contains(change.twin()) || keys.contains(change.key()) && !change.isOfCopy();
    }

    private boolean isReplaced(Change change) {
        return change.action() == Action.UPDATE && copies.contains(change.contactId());
    }
}
