package io.contactsync.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which of several contacts with one key counts: the one in the default folder, for phones see no other, then ours
 * before another installation's, then the oldest, then the one with the smallest id, so that two machines choose the
 * same. The others are surplus.
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

        private static Seen of(CurrentContact contact) {
            return new Seen(contact.id(), contact.changeKey(), contact.inDefault(), contact.created(), false, false,
                    contact.hash());
        }

        private Change sweep(ContactKey key, Seen twin) {
            return Change.sweep(key, id, changeKey, twin.id(), hash);
        }
    }

    /** A contact that stands beside the one that counts. */
    record Surplus(int place, Seen seen) {
    }

    private static final Comparator<Seen> ORDER = Comparator.comparing(Seen::inDefault).reversed()
            .thenComparing(Seen::adopted)
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
     * What becomes of the others: each goes, bound to the one that counts, with which it is compared first. None is
     * ever written: what differs is its owner's. But for one of another installation that is adopted beside ours: it
     * becomes ours, and a double that a later run finds.
     */
    List<Change> changes(Desired desired) {
        Map<Integer, Integer> adopted = new HashMap<>();
        surplus.stream().filter(each -> each.seen().adopted()).forEach(each -> adopted.merge(each.place(), 1,
                Integer::sum));
        return surplus.stream().map(each -> {
            Seen twin = counts[each.place()];
            DesiredContact wanted = desired.at(each.place());
            boolean merged = each.seen().adopted() && !twin.adopted() && adopted.get(each.place()) == 1;
            return merged ? each.seen().update(wanted, Change.ADOPTED) : each.seen().sweep(wanted.key(), twin);
        }).toList();
    }

    /** Deletions of contacts that nobody desires; of several with one key the one that counts goes as the last. */
    static List<Change> deletes(List<CurrentContact> contacts, Function<CurrentContact, Change> delete) {
        Map<HiddenKey, List<CurrentContact>> byKey = new LinkedHashMap<>();
        contacts.forEach(contact -> byKey.computeIfAbsent(contact.key(), key -> new ArrayList<>(1)).add(contact));
        List<Change> changes = new ArrayList<>(contacts.size());
        byKey.forEach((key, same) -> {
            CurrentContact counts = same.size() == 1 ? same.get(0)
                    : same.stream().min(Comparator.comparing(Seen::of, ORDER)).orElseThrow();
            same.forEach(each -> changes.add(each == counts ? delete.apply(each)
                    : Seen.of(each).sweep(key.key(), Seen.of(counts))));
        });
        return changes;
    }
}
