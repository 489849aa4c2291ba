package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The journal as lines in memory, and what {@code RecentCreates} makes of them; a test of that class keeps the two alike. */
public final class SimulatedJournal {

    /** One line: an intent, an outcome, or a plan and whether the list showed every recent create. */
    public record Line(long at, String event, Action action, ContactKey key, String outcome, boolean settled) {
    }

    /** A later plan confirms a create only if it is that much younger: until then a mailbox's list may still be behind what it showed before. */
    public static final long LIST_LAG_MILLIS = 120_000;

    private final List<Line> lines = new ArrayList<>();
    private int durable;

    public void plan(long now, boolean settled) {
        lines.add(new Line(now, "plan", null, null, null, settled));
    }

    public void intents(long now, List<Change> changes) {
        changes.forEach(change -> lines.add(new Line(now, "intent", change.action(), change.key(), null, false)));
    }

    public void outcomes(long now, List<Outcome> outcomes) {
        outcomes.forEach(outcome -> lines.add(new Line(now, "outcome", outcome.change().action(), outcome.change().key(), outcome.kind().word(), false)));
    }

    /** All lines are on the disk now. */
    public void force() {
        durable = lines.size();
    }

    /** A crash: of what was not on the disk, any number of lines at the end is lost. */
    void crash(Dice dice) {
        int kept = dice.between(durable, lines.size());
        lines.subList(kept, lines.size()).clear();
        force();
    }

    boolean isDurable(Change change) {
        return lines.subList(0, durable).stream().anyMatch(line -> line.event().equals("intent") && line.action() == change.action() && line.key().equals(change.key()));
    }

    /** Keys whose create was sent since {@code now - settle} and may have been applied. */
    public Set<ContactKey> recent(long now, long settleMillis) {
        Set<ContactKey> recent = new HashSet<>();
        long latest = 0;
        for (Line line : lines) {
            if (line.at() >= now - settleMillis) {
                if (line.event().equals("plan")) {
                    if (line.settled() && line.at() >= latest + LIST_LAG_MILLIS) {
                        recent.clear();
                    }
                } else if (line.action() == Action.CREATE) {
                    latest = take(recent, line) ? line.at() : latest;
                }
            }
        }
        return recent;
    }

    /** Keys whose create was sent since {@code now - settle}, whatever became of it. */
    public Set<ContactKey> made(long now, long settleMillis) {
        Set<ContactKey> made = new HashSet<>();
        lines.stream().filter(line -> line.at() >= now - settleMillis && line.action() == Action.CREATE).forEach(line -> made.add(line.key()));
        return made;
    }

    /** Whether a create was or may have been applied as late as this line says. */
    private static boolean take(Set<ContactKey> recent, Line line) {
        boolean sent = line.event().equals("intent") || Set.of("applied", "unknown").contains(line.outcome());
        if (sent) {
            recent.add(line.key());
        } else {
            recent.remove(line.key());
        }
        return sent;
    }

    public List<Line> lines() {
        return lines;
    }
}
