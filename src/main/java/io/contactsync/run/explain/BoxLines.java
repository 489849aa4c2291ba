package io.contactsync.run.explain;

import io.contactsync.journal.JournalLine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the lines of a journal that tell of mailboxes as a whole together: a {@code plan} line, and what came of it. */
final class BoxLines {

    private final Map<String, JournalLine> plans = new LinkedHashMap<>();
    private final Map<String, JournalLine> ends = new LinkedHashMap<>();

    /** @param lines of whatever event and run, the oldest first */
    BoxLines(List<JournalLine> lines) {
        for (JournalLine line : lines) {
            switch (line.event()) {
                case "plan" -> plans.put(line.run() + " " + line.mailbox(), line);
                case "mailbox", "skip" -> ends.put(line.run() + " " + line.mailbox(), line);
                default -> { }
            }
        }
    }

    /** One a run and mailbox, in the order of their ends; those that never ended last. */
    List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        ends.forEach((place, end) -> boxes.add(box(plans.getOrDefault(place, end), end)));
        plans.forEach((place, plan) -> {
            if (!ends.containsKey(place)) {
                boxes.add(box(plan, new JournalLine(plan.run(), plan.at(), Map.of())));
            }
        });
        return boxes;
    }

    private static Box box(JournalLine plan, JournalLine end) {
        return new Box(plan.mailbox(), end.run(), end.at(), end.text("status"), end.text("reason"), plan.text("hold"),
                plan.number("managed"), end.number("created"), end.number("updated"), end.number("deleted"),
                plan.number("released"), plan.number("elsewhere"), plan.number("unsettled"), plan.number("waiting"));
    }
}
