package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.ContactKey;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the mailboxes that catch up, by what is done in them and why. */
final class CatchingUp {

    private static final Comparator<CatchUp> ORDER = Comparator.comparing((CatchUp each) -> !each.filled())
            .thenComparing(CatchUp::action)
            .thenComparing(CatchUp::reason);

    private final BitSet mailboxes = new BitSet();
    private final Set<ContactKey> people = new HashSet<>();
    private long changes;

    /** What those of one line have in common. */
    private record Kind(Action action, boolean filled, String reason) {
    }

    private CatchingUp() {
    }

    static List<CatchUp> of(RunReport report) {
        BitSet empty = empty(report);
        Map<Kind, CatchingUp> kinds = new LinkedHashMap<>();
        report.changes().stream().filter(change -> change.move() == Move.NONE)
                .forEach(change -> add(kinds, change, empty));
        return kinds.entrySet().stream().map(kind -> kind.getValue().line(kind.getKey())).sorted(ORDER).toList();
    }

    /** Places of mailboxes that hold nothing of ours: what happens in them are creates alone. */
    private static BitSet empty(RunReport report) {
        BitSet empty = new BitSet();
        for (int place = 0; place < report.mailboxes().size(); place++) {
            empty.set(place, report.mailboxes().get(place).unchanged() == 0);
        }
        report.changes().stream().filter(change -> change.action() != Action.CREATE)
                .forEach(change -> change.reach().places().forEach(empty::clear));
        return empty;
    }

    private static void add(Map<Kind, CatchingUp> kinds, PlannedChange change, BitSet empty) {
        change.reach().places().forEach(place -> kinds.computeIfAbsent(new Kind(change.action(), empty.get(place),
                change.reason()),
                kind -> new CatchingUp()).add(change, place));
    }

    private void add(PlannedChange change, int place) {
        mailboxes.set(place);
        people.add(change.key());
        changes++;
    }

    private CatchUp line(Kind kind) {
        return new CatchUp(kind.action(), kind.filled(), kind.reason(), Reach.of(mailboxes), changes, people.size());
    }
}
