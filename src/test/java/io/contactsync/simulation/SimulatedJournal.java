package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;
import io.contactsync.journal.TimeScale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The journal as lines in memory, and what {@code RecentCreates} makes of them; a test of that class keeps the two
 * alike.
 */
public final class SimulatedJournal {

    /** One line: an intent, an outcome, or a plan and whether the list showed every recent create. */
    public record Line(int run, Duration ahead, long at, String event, Action action, ContactKey key, String outcome,
            boolean settled) {

        /** By Graph's clock where it is known. */
        private long moment() {
            return ahead == null ? at : at + ahead.toMillis();
        }
    }

    /**
     * A later plan confirms a create only if it is that much younger: until then a mailbox's list may still be behind
     * what it showed before.
     */
    public static final long LIST_LAG_MILLIS = 120_000;

    private final List<Line> lines = new ArrayList<>();
    private final Map<Integer, Long> changed = new HashMap<>();
    private int durable;
    private int run;
    private Duration ahead;
    private long skew;

    /** A run begins; Graph's clock is that much ahead of its own, null if that is not known. */
    public void begin(Duration aheadOfIt) {
        run++;
        ahead = aheadOfIt;
    }

    /** From now on the machine's clock, which dates files, shows so much more than Graph's. */
    void skew(long millis) {
        skew = millis;
    }

    private void add(long now, String event, Action action, ContactKey key, String outcome, boolean settled) {
        Line line = new Line(run, ahead, now, event, action, key, outcome, settled);
        lines.add(line);
        changed.put(run, line.moment() + skew);
    }

    /** The data folder is gone, and all that it knew. */
    void lose() {
        lines.clear();
        changed.clear();
        force();
    }

    /** What an engine sees that leaves out the files which have not changed, by the machine's clock, since then. */
    Set<ContactKey> recentOfFilesChangedSince(long time, TimeScale now, Duration settle) {
        return recent(lines.stream().filter(line -> changed.get(line.run()) >= time).toList(), now, settle);
    }

    public void plan(long now, boolean settled) {
        add(now, "plan", null, null, null, settled);
    }

    public void intents(long now, List<Change> changes) {
        changes.forEach(change -> add(now, "intent", change.action(), change.key(), null, false));
    }

    public void outcomes(long now, List<Outcome> outcomes) {
        outcomes.forEach(outcome -> add(now, outcome.kind().isSent() ? "outcome" : "left", outcome.change().action(),
                outcome.change().key(), outcome.kind().word(), false));
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
        return lines.subList(0, durable).stream().anyMatch(line -> line.event().equals("intent")
                && line.action() == change.action() && line.key().equals(change.key()));
    }

    /** Keys whose create was sent within the settle time and may have been applied. */
    public Set<ContactKey> recent(TimeScale now, Duration settle) {
        return recent(lines, now, settle);
    }

    private static Set<ContactKey> recent(List<Line> lines, TimeScale now, Duration settle) {
        Set<ContactKey> recent = new HashSet<>();
        long latest = 0;
        for (Line line : lines) {
            if (now.isWithin(settle, Instant.ofEpochMilli(line.at()), line.ahead())) {
                if (line.event().equals("plan")) {
                    if (line.settled() && line.moment() >= latest + LIST_LAG_MILLIS) {
                        recent.clear();
                    }
                } else if (line.action() == Action.CREATE && !line.event().equals("left")) {
                    latest = take(recent, line) ? line.moment() : latest;
                }
            }
        }
        return recent;
    }

    /** Keys whose create was sent within the settle time, whatever became of it. */
    public Set<ContactKey> made(TimeScale now, Duration settle) {
        Set<ContactKey> made = new HashSet<>();
        lines.stream().filter(line -> line.action() == Action.CREATE && !line.event().equals("left"))
                .filter(line -> now.isWithin(settle, Instant.ofEpochMilli(line.at()), line.ahead()))
                .forEach(line -> made.add(line.key()));
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
