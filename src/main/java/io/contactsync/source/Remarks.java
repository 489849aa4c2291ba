package io.contactsync.source;

import io.contactsync.contact.Remark;
import io.contactsync.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The remarks of one reading of a source: all are counted, the first {@value #KEPT} of each kind are kept, so that none
 * of the kinds hides another. Used by one thread.
 */
final class Remarks {

    static final int KEPT = 20;

    private final Map<Remark.Kind, Integer> counts = new EnumMap<>(Remark.Kind.class);
    private final Map<Remark.Kind, List<Problem>> kept = new EnumMap<>(Remark.Kind.class);

    /** Takes the remarks about one contact. */
    void add(String place, String owner, List<Remark> remarks) {
        for (Remark remark : remarks) {
            if (counts.merge(remark.kind(), 1, Integer::sum) <= KEPT) {
                kept.computeIfAbsent(remark.kind(), kind -> new ArrayList<>()).add(remark.at(place, owner));
            }
        }
    }

    int count(Remark.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Those that were kept, by kind, in the order of the source. */
    List<Problem> kept() {
        return kept.values().stream().flatMap(List::stream).toList();
    }

    /** How many there are of each kind, in words; empty if there are none. */
    String summary() {
        return counts.entrySet().stream().map(entry -> entry.getKey().count(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
