package io.contactsync.run.explain;

import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalLine;
import io.contactsync.journal.JournalReader;
import io.contactsync.run.RunReport;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The latest run that was no plan, by its journal.
 *
 * @param id the run's id
 * @param at when it began
 * @param targets how many mailboxes were its targets
 * @param boxes what it came to in each, by the owner's object id; empty if it came to none
 * @param heldAny whether it held anything
 * @param waiting what waits since, as {@code holds} knows it
 * @param damage what of its journal cannot be read
 */
public record LatestRun(String id, Instant at, int targets, Map<String, Box> boxes, boolean heldAny,
        WaitingHolds waiting, List<String> damage) {

    private static final Set<String> PLANS = Set.of(RunReport.DRY_RUN, RunReport.PLAN);
    private static final List<String> LINES = Stream.of(Grammar.TARGETS, Grammar.HOLD, Grammar.PLAN, Grammar.MAILBOX,
            Grammar.SKIP).map(Grammar::text).toList();

    /** Reads it; null if there has been none. */
    static LatestRun of(JournalReader journals, WaitingHolds waiting) {
        List<String> runs = journals.runs();
        for (int place = runs.size() - 1; place >= 0; place--) {
            JournalLine first = journals.first(runs.get(place)).orElse(null);
            if (first == null || !PLANS.contains(first.text("mode"))) {
                JournalReader.Found found = journals.only(Set.of(runs.get(place))).search(LINES);
                return of(runs.get(place), first == null ? null : first.at(), found, waiting);
            }
        }
        return null;
    }

    private static LatestRun of(String id, Instant at, JournalReader.Found found, WaitingHolds waiting) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        new BoxLines(found.lines()).boxes().forEach(box -> boxes.put(box.mailbox(), box));
        boolean heldAny = found.lines().stream().anyMatch(line -> line.event().equals("hold"));
        int targets = found.last(line -> line.event().equals("targets")).map(line -> line.number("mailboxes"))
                .orElse(0);
        return new LatestRun(id, at, targets, boxes, heldAny, waiting, found.damage());
    }

    /** Whether it came to no mailbox, because all of it waits. */
    public boolean isHeld() {
        return targets > 0 && boxes.isEmpty() && heldAny;
    }
}
