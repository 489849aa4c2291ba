package io.contactsync.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of several contacts with one key counts: the one in the default folder, for phones see no other, then the
 * oldest, then the one with the smallest id, so that two machines choose the same. The others are surplus.
 *
 * <p>Of each desired key one contact is remembered, in some 400 bytes: the place that {@code PlanBudget} has reserved
 * for its update.
 */
final class Doubles {

    /** A contact that is ours, as little of it as a plan needs; the hash is null if it carries none. */
    record Seen(String id, String changeKey, boolean inDefault, long created, boolean asDesired, boolean adopted,
            String hash) {
        Change update(DesiredContact wanted, String reason) {
            return Change.update(wanted.key(), id, reason, changeKey, hash, wanted.hash());
        }
    }

    /** A contact that stands beside the one that counts. */
    record Surplus(int place, Seen seen) {
    }

    private static final Comparator<Seen> ORDER = Comparator.comparing(Seen::inDefault).reversed()
            .thenComparingLong(seen -> seen.created() == 0 ? Long.MAX_VALUE : seen.created()).thenComparing(Seen::id);

    private final Seen[] counts;
    private final List<Surplus> surplus = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Doubles(int places) {
        this.counts = new Seen[places];
    }

    /**
     * Takes one more; whether it was not seen before: a list that shifts while it is read page by page may show a
     * contact twice.
     */
    boolean add(int place, Seen seen) {
        Seen first = counts[place];
        if (first == null) {
            counts[place] = seen;
            return true;
        }
        if (first.id().equals(seen.id()) || ids.contains(seen.id())) {
            return false;
        }
        boolean better = ORDER.compare(seen, first) < 0;
        counts[place] = better ? seen : first;
        Seen other = better ? first : seen;
        ids.add(other.id());
        surplus.add(new Surplus(place, other));
        return true;
    }

    /** The one that counts; null if there is none. */
    Seen at(int place) {
        return counts[place];
    }

    /**
     * What becomes of the others. One with old content is brought up to date like any contact of ours; one that is as
     * desired goes, bound to the one that counts: it is compared with it first. As long as the one that counts has old
     * content, nothing goes.
     */
    List<Change> changes(Desired desired) {
        return surplus.stream().filter(each -> !each.seen().asDesired() || counts[each.place()].asDesired())
                .map(each -> change(each, desired.at(each.place()))).toList();
    }

    private Change change(Surplus each, DesiredContact wanted) {
        return each.seen().asDesired()
                ? Change.sweep(wanted.key(), each.seen().id(), each.seen().changeKey(), counts[each.place()].id(),
                        each.seen().hash())
                : each.seen().update(wanted, each.seen().adopted() ? Change.ADOPTED : "changed");
    }
}
