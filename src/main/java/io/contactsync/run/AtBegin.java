package io.contactsync.run;

import io.contactsync.core.Approvals;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.HeldBefore;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;
import io.contactsync.problem.Problem;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What waits, and what is let through, as a run finds it when it begins.
 *
 * @param known what waits
 * @param used those of it that are let through
 * @param approvals the same for the guards
 * @param ids ids of all that is let through, for the journal
 * @param asked ids of that which the run's request lets through
 * @param damage what is wrong with what was remembered; null if nothing is
 */
record AtBegin(List<KnownHold> known, List<KnownHold> used, Approvals approvals, Set<String> ids, Set<String> asked,
        Problem damage) {

    /**
     * Finds it.
     *
     * @param asked ids, or beginnings of ids, that the run's request lets through
     * @throws UnknownHoldException if one of them is none
     */
    static AtBegin read(HoldsFile file, Path runs, Set<String> asked) {
        try {
            return of(file.read(), runs, asked, null);
        } catch (DamagedStateException damaged) {
            return of(List.of(), runs, asked, Problem.of(damaged));
        }
    }

    private static AtBegin of(List<KnownHold> known, Path runs, Set<String> asked, Problem damage) {
        Set<String> resolved = new TreeSet<>();
        asked.forEach(id -> resolved.add(resolved(id, known, runs)));
        Set<String> ids = new TreeSet<>(resolved);
        known.stream().filter(KnownHold::isApproved).forEach(hold -> ids.add(hold.id()));
        List<KnownHold> used = known.stream().filter(hold -> ids.contains(hold.id())).toList();
        return new AtBegin(known, used, approvals(used, ids), ids, resolved, damage);
    }

    /**
     * An approval of what was never held would let nothing through, and nobody would know. Journals of older versions
     * know of it too.
     */
    private static String resolved(String id, List<KnownHold> known, Path runs) {
        try {
            return Holds.find(known, id).id();
        } catch (UnknownHoldException unknown) {
            if (HeldBefore.ids(runs).contains(id)) {
                return id;
            }
            throw unknown;
        }
    }

    private static Approvals approvals(List<KnownHold> used, Set<String> ids) {
        Map<String, Set<String>> members = new HashMap<>();
        used.forEach(hold -> hold.members()
                .forEach((mailbox, what) -> members.computeIfAbsent(mailbox, first -> new HashSet<>()).add(what)));
        Set<ContactKey> begun = used.stream().filter(hold -> hold.begun() && !hold.kind().isOfMailboxes())
                .flatMap(hold -> hold.keys().stream())
                .map(ContactKey::parse).collect(Collectors.toSet());
        return new Approvals(ids, members, begun);
    }

    /** What was decided, by whom and when, in words for the journal; null if nothing was. */
    List<String> decisions() {
        List<String> words = known.stream().filter(hold -> hold.decision() != null)
                .map(hold -> String.format(Locale.ROOT, "%s %s by %s at %s", hold.id(), hold.word().text(),
                        hold.decision().by(), hold.decision().at())).toList();
        return words.isEmpty() ? null : words;
    }
}
