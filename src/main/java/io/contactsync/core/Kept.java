package io.contactsync.core;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a plan leaves alone on purpose.
 *
 * @param counts how many contacts, by the reason; none that is 0
 * @param instances names of the other installations whose keys are there, at most {@value #MOST_INSTANCES}
 */
public record Kept(Map<Reason, Integer> counts, Set<String> instances) {

    /** Nothing is left alone. */
    public static final Kept NOTHING = new Kept(Map.of(), Set.of());

    /** More names than these nobody reads. */
    static final int MOST_INSTANCES = 5;

    /** Why a contact is left alone. */
    public enum Reason {
        /** Not desired any more, but its source was not read completely. */
        INCOMPLETE_SOURCE,
        /** Not desired any more, but that source's deletions wait for a human. */
        HELD_SOURCE,
        /** Not desired any more, but its source is neither configured nor retired. */
        UNKNOWN_SOURCE,
        /** Our key without the category: taken out of our hands. */
        RELEASED,
        /** Our category without a key. */
        UNPROVEN,
        /** The key of another installation. */
        OTHER_INSTANCE,
        /** Desired, but a create of it was sent too recently to be sure that it is not there. */
        UNSETTLED,
        /** Desired, created recently, and listed: that create is no longer in doubt. */
        CONFIRMED,
        /** Desired, but there with another installation's key: not doubled. */
        ELSEWHERE,
        /** Created a moment ago under our keys, and not from this data folder: meanwhile nothing is created. */
        STRANGE,
        /** Desired and not there, but not created because of those. */
        WAITING,
        /** Ours, changed by somebody else, and left so by {@code drift.policy}. */
        DRIFTED,
        /** Touched by somebody, but it could not be read. */
        UNREAD,
        /** Desired, but its owner deleted it as often as {@code drift.deleted-times} says. */
        DELETED,
        /** Desired, and not written because Graph refuses what it holds. */
        REFUSED
    }

    public Kept {
        EnumMap<Reason, Integer> some = new EnumMap<>(Reason.class);
        counts.forEach((reason, number) -> {
            if (number > 0) {
                some.put(reason, number);
            }
        });
        counts = Map.copyOf(some);
        instances = Set.copyOf(instances);
    }

    /** How many contacts for that reason. */
    public int of(Reason reason) {
        return counts.getOrDefault(reason, 0);
    }

    /** With so many more for each of those reasons. */
    Kept and(Map<Reason, Integer> more) {
        Map<Reason, Integer> all = new EnumMap<>(Reason.class);
        all.putAll(counts);
        more.forEach((reason, number) -> all.merge(reason, number, Integer::sum));
        return new Kept(all, instances);
    }

    /** Without those of that reason. */
    public Kept without(Reason reason) {
        Map<Reason, Integer> others = new HashMap<>(counts);
        others.remove(reason);
        return new Kept(others, instances);
    }

    /** With so many more for that reason. */
    Kept and(Reason reason, int more) {
        return and(Map.of(reason, more));
    }
}
