package io.contactsync.run.explain;

import io.contactsync.journal.JournalLine;
import io.contactsync.journal.JournalReader;
import io.contactsync.run.RunReport;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The latest run that was no plan, by its journal.
 *
 * @param id the run's id
 * @param at when it began
 * @param targets how many mailboxes were its targets
 * @param boxes what it came to in each, by the owner's object id; empty if it came to none
 * @param holds what it held, by id
 * @param damage what of its journal cannot be read
 */
public record LatestRun(String id, Instant at, int targets, Map<String, Box> boxes, Map<String, String> holds,
        List<String> damage) {

    private static final Set<String> PLANS = Set.of(RunReport.DRY_RUN, RunReport.PLAN);
    private static final List<String> LINES = List.of("\"event\":\"targets\"", "\"event\":\"hold\"",
            "\"event\":\"plan\"", "\"event\":\"mailbox\"",
            "\"event\":\"skip\"");

    /** Reads it; null if there has been none. */
    public static LatestRun of(JournalReader journals) {
        List<String> runs = journals.runs();
        for (int place = runs.size() - 1; place >= 0; place--) {
            JournalLine first = journals.first(runs.get(place)).orElse(null);
            if (first == null || !PLANS.contains(first.text("mode"))) {
                JournalReader.Found found = journals.only(Set.of(runs.get(place))).search(LINES);
                return of(runs.get(place), first == null ? null : first.at(), found);
            }
        }
        return null;
    }

    private static LatestRun of(String id, Instant at, JournalReader.Found found) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        new BoxLines(found.lines()).boxes().forEach(box -> boxes.put(box.mailbox(), box));
        Map<String, String> holds = new LinkedHashMap<>();
        found.lines().stream().filter(line -> line.event().equals("hold"))
                .forEach(line -> holds.put(line.text("hold"), line.text("reason")));
        int targets = found.last(line -> line.event().equals("targets")).map(line -> line.number("mailboxes"))
                .orElse(0);
        return new LatestRun(id, at, targets, boxes, holds, found.damage());
    }

    /** The hold that kept it from every mailbox; null if there is none. */
    public String holdOfAll() {
        boolean none = targets > 0 && boxes.isEmpty() && !holds.isEmpty();
        return none ? holds.entrySet().stream().filter(hold -> hold.getValue().contains("changed or vanished"))
                .map(Map.Entry::getKey).findFirst()
                .orElse(holds.keySet().iterator().next()) : null;
    }

    /** The hold on that source's deletions; null if there is none. */
    public String holdOf(String source) {
        return holds.entrySet().stream().filter(hold -> hold.getValue().contains(source) && hold.getValue()
                .contains("vanished"))
                .map(Map.Entry::getKey).findFirst().orElse(null);
    }
}
